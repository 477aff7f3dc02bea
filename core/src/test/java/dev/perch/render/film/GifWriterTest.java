package dev.perch.render.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.render.RasterImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class GifWriterTest {
    private static final int WIDTH = 48;
    private static final int HEIGHT = 40;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final RasterImage image = new RasterImage(WIDTH, HEIGHT);

    private record Shown(int[] argb, int hundredths, int partPixels) {}

    /** Plays the file as a viewer does. */
    private List<Shown> play() throws IOException {
        List<Shown> shown = new ArrayList<>();
        int[] canvas = new int[WIDTH * HEIGHT];
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                BufferedImage part = reader.read(i);
                var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                var place = (IIOMetadataNode)
                        root.getElementsByTagName("ImageDescriptor").item(0);
                var control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                int left = Integer.parseInt(place.getAttribute("imageLeftPosition"));
                int top = Integer.parseInt(place.getAttribute("imageTopPosition"));
                boolean wipe = control.getAttribute("disposalMethod").equals("restoreToBackgroundColor");
                put(canvas, part, left, top, false);
                int time = Integer.parseInt(control.getAttribute("delayTime"));
                shown.add(new Shown(canvas.clone(), time, part.getWidth() * part.getHeight()));
                if (wipe) {
                    put(canvas, part, left, top, true);
                }
            }
        }
        return shown;
    }

    private static void put(int[] canvas, BufferedImage part, int left, int top, boolean wipe) {
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                int pixel = part.getRGB(x, y);
                if (wipe) {
                    canvas[(top + y) * WIDTH + left + x] = 0;
                } else if (pixel >>> 24 != 0) {
                    canvas[(top + y) * WIDTH + left + x] = pixel;
                }
            }
        }
    }

    private void square(int x, int y, int side, int argb) {
        for (int i = 0; i < side * side; i++) {
            image.pixels()[(y + i / side) * WIDTH + x + i % side] = argb;
        }
    }

    @Test
    void fewColoursAreKeptExactlyWhileThingsMoveOverTransparency() throws IOException {
        List<int[]> drawn = new ArrayList<>();
        try (GifWriter writer = new GifWriter(out, WIDTH, HEIGHT)) {
            for (int i = 0; i < 12; i++) {
                image.clear(0);
                square(2, 2, 8, 0xff123456);
                square(3 * i, 2 * i, 10, 0xffa0b0c0 + i);
                if (i % 3 == 0) {
                    square(20, 5, 6, 0xffffffff);
                }
                drawn.add(image.toStraightArgb());
                writer.frame(image, 110);
            }
        }
        List<Shown> shown = play();

        assertEquals(12, shown.size());
        for (int i = 0; i < 12; i++) {
            assertArrayEquals(drawn.get(i), shown.get(i).argb(), "frame " + i);
            assertEquals(11, shown.get(i).hundredths());
        }
    }

    @Test
    void whereNothingIsUncoveredOnlyTheChangeIsWritten() throws IOException {
        image.clear(0xff202020);
        try (GifWriter writer = new GifWriter(out, WIDTH, HEIGHT)) {
            writer.frame(image, 100);
            square(7, 9, 4, 0xffff0000);
            writer.frame(image, 100);
        }

        assertEquals(
                List.of(WIDTH * HEIGHT, 16),
                play().stream().map(Shown::partPixels).toList());
    }

    @Test
    void roundedTimesAddUpToTheWholeAndNoFrameIsTooShort() throws IOException {
        try (GifWriter writer = new GifWriter(out, WIDTH, HEIGHT)) {
            for (int i = 0; i < 10; i++) {
                image.clear(0xff000000 + i);
                writer.frame(image, 33);
            }
            image.clear(0xff010000);
            writer.frame(image, 1);
            writer.frame(image, 5);
            image.clear(0xff020000);
            writer.frame(image, 700_000);
        }
        List<Integer> times = play().stream().map(Shown::hundredths).toList();

        assertEquals(List.of(3, 4, 3, 3, 4, 3, 3, 3, 4, 3), times.subList(0, 10));
        assertEquals(2, times.get(10));
        assertEquals(70_034, times.stream().mapToInt(t -> t).sum());
    }

    @Test
    void alphaIsAllOrNothingButMixedOnABackdrop() throws IOException {
        image.clear(0);
        square(0, 0, 4, 0x40400000);
        square(10, 0, 4, 0x80800000);
        try (GifWriter writer = new GifWriter(out, WIDTH, HEIGHT)) {
            writer.frame(image, 100);
        }
        int[] transparent = play().get(0).argb();
        out.reset();
        try (GifWriter writer = GifWriter.onBackdrop(out, WIDTH, HEIGHT, 0xffffff)) {
            writer.frame(image, 100);
        }
        int[] onWhite = play().get(0).argb();

        assertEquals(0, transparent[0]);
        assertEquals(0xffff0000, transparent[10]);
        assertEquals(0xffffbfbf, onWhite[0]);
        assertEquals(0xffff7f7f, onWhite[10]);
        assertEquals(0xffffffff, onWhite[30]);
    }

    @Test
    void manyColoursAreTakenCloselyAndFlatAreasStayFlat() throws IOException {
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            image.pixels()[i] = y < 10 ? 0xff3b82c4 : 0xff000000 | x * 5 << 16 | y * 6 << 8 | (x + y) * 2;
        }
        int[] drawn = image.toStraightArgb();
        try (GifWriter writer = new GifWriter(out, WIDTH, HEIGHT)) {
            writer.frame(image, 100);
        }
        int[] shown = play().get(0).argb();

        long sum = 0;
        int largest = 0;
        for (int i = 0; i < shown.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int apart = Math.abs((shown[i] >>> shift & 255) - (drawn[i] >>> shift & 255));
                sum += apart;
                largest = Math.max(largest, apart);
            }
        }
        assertTrue(Arrays.stream(shown, 0, 10 * WIDTH).allMatch(p -> p == 0xff3b82c4), "the flat area is kept");
        double mean = sum / 3.0 / shown.length;
        assertTrue(mean < 5 && largest < 32, "mean " + mean + ", largest " + largest);
    }

    @Test
    void compressedPixelsAreReadBackWhateverTheirNumber() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 40; round++) {
            image.clear(0);
            int colors = 1 + random.nextInt(250);
            int filled = 1 + random.nextInt(WIDTH * HEIGHT);
            for (int i = 0; i < filled; i++) {
                image.pixels()[i] = 0xff000000 | random.nextInt(colors) * 70_001;
            }
            int[] drawn = image.toStraightArgb();
            out.reset();
            try (GifWriter writer = new GifWriter(out, WIDTH, HEIGHT)) {
                writer.frame(image, 100);
            }
            assertArrayEquals(drawn, play().get(0).argb(), colors + " colours on " + filled + " pixels");
        }
    }
}
