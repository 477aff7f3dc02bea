package dev.perch.render.film;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The outer form of a PNG: a signature, then chunks of length, type, data and checksum. */
final class PngChunks {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private final DataOutputStream out;

    PngChunks(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void signature() throws IOException {
        out.writeLong(SIGNATURE);
    }

    /** 8 bits a channel, RGBA, not interlaced. */
    void header(int width, int height) throws IOException {
        write(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 6, 0, 0, 0})
                        .array());
    }

    void write(String type, byte[]... parts) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        int length = 0;
        for (byte[] part : parts) {
            checksum.update(part);
            length += part.length;
        }
        out.writeInt(length);
        out.write(name);
        for (byte[] part : parts) {
            out.write(part);
        }
        out.writeInt((int) checksum.getValue());
        out.flush();
    }
}
