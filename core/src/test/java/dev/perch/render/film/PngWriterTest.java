package dev.perch.render.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.render.RasterImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngWriterTest {
    @Test
    void everyPixelIsReadBackAsItWas() throws IOException {
        for (int kind = 0; kind < 5; kind++) {
            RasterImage image = image(kind);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PngWriter.write(image, out);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));

            assertTrue(read.getColorModel().hasAlpha());
            assertEquals(image.width(), read.getWidth());
            int[] argb = read.getRGB(0, 0, image.width(), image.height(), null, 0, image.width());
            assertArrayEquals(image.toStraightArgb(), argb, "kind " + kind);
            RasterImage again = RasterImage.ofStraightArgb(image.width(), image.height(), argb);
            assertArrayEquals(image.pixels(), again.pixels(), "premultiplied, kind " + kind);
        }
    }

    /** Pictures that favour different filters of rows, one of a single pixel. */
    private static RasterImage image(int kind) {
        if (kind == 4) {
            return RasterImage.ofStraightArgb(1, 1, new int[] {0x12345678});
        }
        Random random = new Random(kind);
        int[] argb = new int[37 * 23];
        for (int i = 0; i < argb.length; i++) {
            int x = i % 37;
            int y = i / 37;
            argb[i] = switch (kind) {
                case 0 -> random.nextInt();
                case 1 -> 0xff000000 | x * 6 << 16 | x * 5 << 8 | x * 7;
                case 2 -> 0xff000000 | y * 11 << 16 | y * 9 << 8 | y * 10;
                default -> (x + y) * 4 << 24 | (x + y) * 3 << 8 | x * y / 4;
            };
        }
        return RasterImage.ofStraightArgb(37, 23, argb);
    }
}
