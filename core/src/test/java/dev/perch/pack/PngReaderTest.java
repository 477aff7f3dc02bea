package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.render.RasterImage;
import dev.perch.render.film.ApngWriter;
import dev.perch.render.film.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

/** Our own reader against the one in the decode child, over every form of PNG that the JDK writes. */
class PngReaderTest {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    @Test
    void everyFormReadsAsTheDecodeChildReadsIt() throws Exception {
        for (int type : new int[] {
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            for (boolean interlaced : new boolean[] {false, true}) {
                for (int width : new int[] {1, 3, 29}) {
                    byte[] png = png(image(type, width, 13), interlaced);
                    assertArrayEquals(child(png), ours(png), "type " + type + " interlaced " + interlaced);
                }
            }
        }
    }

    @Test
    void whatOurWriterWritesIsReadBackWithItsHiddenColors() throws Exception {
        byte[] rgba = new byte[61 * 47 * 4];
        new Random(3).nextBytes(rgba);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(61, 47, rgba, out);
        assertArrayEquals(rgba, ours(out.toByteArray()));
    }

    @Test
    void anAnimationIsReadFrameByFrame() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[][] frames = new int[4][20 * 10];
        try (ApngWriter film = new ApngWriter(out, 20, 10)) {
            for (int i = 0; i < frames.length; i++) {
                Arrays.fill(frames[i], i * 40, i * 40 + 30, 0xff102030 + i);
                film.frame(RasterImage.ofStraightArgb(20, 10, frames[i]), 100 + i);
            }
        }
        List<TimedPixels> read = PngReader.read("film.png", out.toByteArray(), LIMITS);
        assertEquals(4, read.size());
        for (int i = 0; i < frames.length; i++) {
            assertEquals(100 + i, read.get(i).millis());
            byte[] rgba = read.get(i).pixels().rgba();
            for (int p = 0; p < frames[i].length; p++) {
                int argb = (rgba[p * 4 + 3] & 255) << 24
                        | (rgba[p * 4] & 255) << 16
                        | (rgba[p * 4 + 1] & 255) << 8
                        | (rgba[p * 4 + 2] & 255);
                assertEquals(frames[i][p], argb, "frame " + i + " pixel " + p);
            }
        }
    }

    private static byte[] ours(byte[] png) throws Refusal {
        return PngReader.read("x.png", png, LIMITS).get(0).pixels().rgba();
    }

    private static byte[] child(byte[] png) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DecodeChild.decode(png, new DataOutputStream(out));
        byte[] all = out.toByteArray();
        return Arrays.copyOfRange(all, ChildProtocol.HEADER_BYTES, all.length);
    }

    private static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
        return out.toByteArray();
    }
}
