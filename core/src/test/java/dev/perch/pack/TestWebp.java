package dev.perch.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds RIFF files around the data of a lossless WebP. */
final class TestWebp {
    private TestWebp() {}

    static byte[] chunk(String type, byte[] data) {
        ByteBuffer out =
                ByteBuffer.allocate(8 + data.length + (data.length & 1)).order(ByteOrder.LITTLE_ENDIAN);
        return out.put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = TestSheet.join(chunks);
        ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(body.length + 4);
        head.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        return TestSheet.join(head.array(), body);
    }

    static byte[] vp8x(int flags, int width, int height) {
        ByteBuffer data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
        put24(data, width - 1);
        put24(data, height - 1);
        return chunk("VP8X", data.array());
    }

    /** A frame at the top left, shown for 100 ms. */
    static byte[] anmf(int width, int height, byte[] picture) {
        ByteBuffer data = ByteBuffer.allocate(16 + picture.length).order(ByteOrder.LITTLE_ENDIAN);
        put24(data, 0);
        put24(data, 0);
        put24(data, width - 1);
        put24(data, height - 1);
        put24(data, 100);
        data.put((byte) 0).put(picture);
        return chunk("ANMF", data.array());
    }

    /** The one chunk of a plain WebP, header and all. */
    static byte[] picture(byte[] plain) {
        return Arrays.copyOfRange(plain, 12, plain.length);
    }

    /** {@code TestSheet.v1(24)} by {@code cwebp -q 60}: VP8 with an ALPH chunk. */
    static byte[] lossy() throws IOException {
        try (InputStream in = TestWebp.class.getResourceAsStream("lossy-v1-24.webp")) {
            return in.readAllBytes();
        }
    }

    private static void put24(ByteBuffer out, int value) {
        out.putShort((short) value).put((byte) (value >> 16));
    }
}
