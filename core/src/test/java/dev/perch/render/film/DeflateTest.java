package dev.perch.render.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class DeflateTest {
    @Test
    void zlibInflatesWhatWasDeflated() throws IOException {
        Random random = new Random(8);
        for (int length : new int[] {0, 1, 2, 3, 4, 100, 257, 258, 259, 32_767, 32_768, 32_769, 70_000, 400_000}) {
            for (int kind = 0; kind < 5; kind++) {
                byte[] data = data(kind, length, random);
                byte[] packed = Deflate.zlib(data, length);
                byte[] read = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
                assertArrayEquals(data, read, "kind " + kind + " of " + length);
                assertTrue(packed.length < length + length / 20 + 400, "kind " + kind + " of " + length);
            }
        }
    }

    @Test
    void repeatsAreFoundAcrossTheWholeWindow() {
        byte[] block = data(0, 30_000, new Random(1));
        byte[] twice = Arrays.copyOf(block, 60_000);
        System.arraycopy(block, 0, twice, 30_000, 30_000);
        assertTrue(Deflate.zlib(twice, twice.length).length < 31_500);
    }

    /** The very bytes, so that a change of the encoder is seen: raise {@link PngWriter#VERSION} with it. */
    @Test
    void theBytesAreTheSameOnEveryJdk() {
        CRC32 sum = new CRC32();
        for (int kind = 0; kind < 5; kind++) {
            byte[] data = data(kind, 50_000, new Random(kind));
            sum.update(Deflate.zlib(data, data.length));
        }
        assertEquals("fa894802", Long.toHexString(sum.getValue()));
    }

    private static byte[] data(int kind, int length, Random random) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = switch (kind) {
                case 0 -> (byte) random.nextInt();
                case 1 -> 0;
                case 2 -> (byte) (i / 7);
                case 3 -> (byte) Math.min(255, Math.abs(random.nextGaussian() * 3));
                default -> i < 300 || random.nextInt(40) == 0 ? (byte) random.nextInt(9) : data[i - 1 - i % 300];
            };
        }
        return data;
    }
}
