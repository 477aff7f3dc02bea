package dev.perch.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNGs chunk by chunk, right or wrong. */
final class TestPng {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Chunk(String type, byte[] data) {}

    private final List<Chunk> chunks = new ArrayList<>();

    /** A header; the picture follows by {@link #chunk} and {@link #data}. */
    static TestPng header(int width, int height, int bits, int color, boolean interlaced) {
        TestPng png = new TestPng();
        png.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bits)
                        .put((byte) color)
                        .put((byte) 0)
                        .put((byte) 0)
                        .put((byte) (interlaced ? 1 : 0))
                        .array());
        return png;
    }

    static TestPng rgba(int width, int height, byte[] rgba) {
        return header(width, height, 8, 6, false).data(rows(height, rgba)).chunk("IEND");
    }

    /** Rows with filter 0 before each. */
    static byte[] rows(int height, byte[] samples) {
        int stride = samples.length / height;
        ByteBuffer raw = ByteBuffer.allocate(samples.length + height);
        for (int y = 0; y < height; y++) {
            raw.put((byte) 0).put(samples, y * stride, stride);
        }
        return raw.array();
    }

    TestPng data(byte[] raw) {
        return chunk("IDAT", deflate(raw));
    }

    TestPng chunk(String type, byte... data) {
        chunks.add(new Chunk(type, data));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        for (Chunk chunk : chunks) {
            ByteBuffer body = ByteBuffer.allocate(chunk.data.length + 12);
            body.putInt(chunk.data.length)
                    .put(chunk.type.getBytes(StandardCharsets.US_ASCII))
                    .put(chunk.data);
            CRC32 crc = new CRC32();
            crc.update(body.array(), 4, chunk.data.length + 4);
            out.writeBytes(body.putInt((int) crc.getValue()).array());
        }
        return out.toByteArray();
    }

    static byte[] deflate(byte[] raw) {
        Deflater deflater = new Deflater(1);
        deflater.setInput(raw);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
