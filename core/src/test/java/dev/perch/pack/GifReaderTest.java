package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.perch.render.RasterImage;
import dev.perch.render.film.GifWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GifReaderTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @Test
    void everyFrameComesBackWithItsTime() throws Exception {
        Random random = new Random(4);
        int[][] frames = new int[5][90 * 70];
        int[] colors = {0, 0xffff0000, 0xff00ff00, 0xff2040ff, 0xffffffff, 0xff101010};
        for (int[] frame : frames) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = random.nextInt(3) > 0 && i > 0 ? frame[i - 1] : colors[random.nextInt(colors.length)];
            }
        }
        byte[] gif = gif(frames);
        List<TimedPixels> read = GifReader.read("x.gif", gif, LIMITS);
        assertEquals(frames.length, read.size());
        for (int f = 0; f < frames.length; f++) {
            assertEquals(100 + 10 * f, read.get(f).millis());
            for (int i = 0; i < frames[f].length; i++) {
                byte[] rgba = read.get(f).pixels().rgba();
                int argb = (rgba[i * 4 + 3] & 255) << 24
                        | (rgba[i * 4] & 255) << 16
                        | (rgba[i * 4 + 1] & 255) << 8
                        | (rgba[i * 4 + 2] & 255);
                assertEquals(frames[f][i], argb, "frame " + f + " pixel " + i);
            }
        }
    }

    @Test
    void aSpoiltGifIsRefusedOrReadNeverMore() throws Exception {
        byte[] gif = gif(new int[][] {new int[90 * 70], new int[90 * 70]});
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            byte[] spoilt = gif.clone();
            spoilt[random.nextInt(gif.length)] = (byte) random.nextInt();
            try {
                GifReader.read("x.gif", spoilt, LIMITS);
            } catch (Refusal e) {
                TestPet.sentence(e.problem());
            }
        }
        assertThrows(Refusal.class, () -> GifReader.read("x.gif", Arrays.copyOf(gif, gif.length / 2), LIMITS));
    }

    /** Without an end at the last pixel these four megabytes are ten thousand million steps. */
    @Test
    void codesAfterTheLastPixelCostNothing() {
        List<TimedPixels> read = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> GifReader.read("x.gif", endless(3_000_000), LIMITS));
        assertEquals(1, read.size());
    }

    /** Two by two pixels, whose codes each mean one pixel more than the one before; the longest comes that often. */
    private static byte[] endless(int times) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        Bits bits = new Bits(codes);
        bits.put(4, 3);
        bits.put(0, 3);
        int width = 3;
        for (int code = 6; code < 4096; code++) {
            bits.put(code, width);
            width = code + 1 == 1 << width && width < 12 ? width + 1 : width;
        }
        for (int i = 0; i < times; i++) {
            bits.put(4095, 12);
        }
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.writeBytes(new byte[] {2, 0, 2, 0, (byte) 0x81, 0, 0});
        gif.writeBytes(new byte[12]);
        gif.writeBytes(new byte[] {0x2c, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2});
        byte[] all = codes.toByteArray();
        for (int at = 0; at < all.length; at += 255) {
            int length = Math.min(255, all.length - at);
            gif.write(length);
            gif.write(all, at, length);
        }
        gif.write(0);
        gif.write(0x3b);
        return gif.toByteArray();
    }

    /** Codes, the lowest bit first. */
    private static final class Bits {
        private final ByteArrayOutputStream out;
        private int held;
        private int count;

        Bits(ByteArrayOutputStream out) {
            this.out = out;
        }

        void put(int code, int width) {
            held |= code << count;
            for (count += width; count >= 8; count -= 8) {
                out.write(held);
                held >>>= 8;
            }
        }
    }

    private static byte[] gif(int[][] frames) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GifWriter film = new GifWriter(out, 90, 70)) {
            for (int i = 0; i < frames.length; i++) {
                frames[i][0] = 0xffff0000 - i;
                film.frame(RasterImage.ofStraightArgb(90, 70, frames[i]), 100 + 10 * i);
            }
        }
        return out.toByteArray();
    }
}
