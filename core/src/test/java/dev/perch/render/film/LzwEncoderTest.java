package dev.perch.render.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LzwEncoderTest {
    /** Long enough to fill the table of codes many times, and of every length around the growing of codes. */
    @Test
    void theJdkReadsWhatWasEncoded() throws IOException {
        Random random = new Random(2);
        for (int length = 200; length < 1200; length++) {
            byte[] indices = new byte[length];
            random.nextBytes(indices);
            check(indices, length, 1);
        }
        for (int alphabet : new int[] {1, 2, 3, 16, 256}) {
            byte[] indices = new byte[300 * 300];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = (byte) random.nextInt(alphabet);
            }
            check(indices, 300, 300);
        }
    }

    private static void check(byte[] indices, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> greys = IntStream.range(1, 256)
                .map(i -> 0xff000000 | i * 0x010101)
                .boxed()
                .toList();
        GifStream gif = new GifStream(out, width, height, new Palette(greys));
        byte[] before = new byte[indices.length];
        for (int i = 0; i < before.length; i++) {
            before[i] = (byte) (indices[i] ^ 1);
        }
        gif.frame(before, indices, false, 1);
        gif.end();
        var raster = ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getRaster();
        assertEquals(width, raster.getWidth());
        byte[] read = new byte[indices.length];
        raster.getDataElements(0, 0, width, height, read);
        assertArrayEquals(indices, read, "length " + indices.length);
    }
}
