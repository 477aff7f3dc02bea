package dev.perch.pack;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Spoils images, a little and in many ways; the same seed gives the same images. */
final class Mutator {
    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** Bytes changed, cut, doubled or moved, anywhere. */
    byte[] bytes(byte[] good) {
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bad.length);
            switch (random.nextInt(7)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) random.nextInt();
                case 2 -> bad[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 3 -> bad = Arrays.copyOf(bad, Math.max(1, at));
                case 4 ->
                    Arrays.fill(bad, at, Math.min(bad.length, at + 1 + random.nextInt(16)), (byte) random.nextInt());
                case 5 -> {
                    int from = random.nextInt(bad.length);
                    int length = Math.min(1 + random.nextInt(40), bad.length - Math.max(at, from));
                    System.arraycopy(bad.clone(), from, bad, at, length);
                }
                default -> bad[Math.min(at, 40) % bad.length] = (byte) random.nextInt();
            }
        }
        return bad;
    }

    /** As {@link #bytes}, but with the checksums of a PNG put right, so that the damage gets past them. */
    byte[] png(byte[] good) {
        byte[] bad = bytes(good);
        if (random.nextInt(4) > 0) {
            repair(bad);
        }
        return bad;
    }

    /** Rows with wrong filters and wild samples, well packed. */
    byte[] rows(int width, int height) {
        int[][] forms = {{8, 6}, {8, 2}, {8, 0}, {8, 4}, {16, 6}, {16, 2}, {4, 0}, {1, 0}};
        int[] form = forms[random.nextInt(forms.length)];
        int channels = form[1] == 6 ? 4 : form[1] == 2 ? 3 : form[1] == 4 ? 2 : 1;
        int stride = 1 + (width * channels * form[0] + 7) / 8;
        byte[] raw = new byte[stride * height + random.nextInt(3)];
        random.nextBytes(raw);
        for (int y = 0; y < height; y++) {
            raw[y * stride] = (byte) random.nextInt(random.nextInt(10) == 0 ? 256 : 5);
        }
        TestPng png = TestPng.header(width, height, form[0], form[1], random.nextInt(8) == 0);
        if (random.nextInt(4) == 0) {
            byte[] extra = new byte[random.nextInt(12)];
            random.nextBytes(extra);
            png.chunk(random.nextBoolean() ? "tRNS" : "gAMA", extra);
        }
        return png.data(raw).chunk("IEND").bytes();
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    private static void repair(byte[] png) {
        ByteBuffer in = ByteBuffer.wrap(png);
        int at = 8;
        while (png.length - at >= 12) {
            int length = in.getInt(at);
            if (length < 0 || length > png.length - at - 12) {
                return;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, length + 4);
            in.putInt(at + 8 + length, (int) crc.getValue());
            at += length + 12;
        }
    }
}
