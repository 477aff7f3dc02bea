package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.render.RasterImage;
import dev.perch.render.film.GifWriter;
import java.io.ByteArrayOutputStream;
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
