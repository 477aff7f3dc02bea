package dev.perch.testkit;

import dev.perch.render.RasterImage;
import dev.perch.render.film.PngWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares drawn frames with committed pictures, {@code src/test/resources/golden/<name>.png}. When they differ the
 * drawn frame and a picture of expected, actual and difference side by side are written to {@code target/golden}.
 */
public final class GoldenFrames {
    /** The command that makes what is drawn the new expectation. */
    public static final String ACCEPT = "./test --accept-goldens";

    private static final int AMPLIFIED = 8;
    private static final int ROUNDING = 4;

    private final Path golden;
    private final Path failures;
    private final boolean accept;

    /**
     * Frames of other places than the module's own.
     *
     * @param golden of the committed pictures
     * @param failures of what is written when they differ
     * @param accept whether to write what was drawn to {@code golden} instead of comparing
     */
    public GoldenFrames(Path golden, Path failures, boolean accept) {
        this.golden = golden;
        this.failures = failures;
        this.accept = accept;
    }

    /** Those of the Maven module whose tests run; {@code -Dperch.golden.accept=true} accepts. */
    public static GoldenFrames ofModule() {
        Path module = Path.of(System.getProperty("basedir", ""));
        return new GoldenFrames(
                module.resolve("src/test/resources/golden"),
                module.resolve("target/golden"),
                Boolean.getBoolean("perch.golden.accept"));
    }

    /**
     * Compares bit by bit.
     *
     * @param name of the picture without {@code .png}; may contain folders
     * @throws AssertionError when they differ, or when there is no such picture
     */
    public void check(String name, RasterImage actual) {
        check(name, actual, 0);
    }

    /**
     * As {@link #check(String, RasterImage)}, but lets every premultiplied channel be off by so much of 255.
     */
    public void check(String name, RasterImage frame, int tolerance) {
        Path file = golden.resolve(name + ".png");
        RasterImage actual = asInFile(name, frame);
        if (accept) {
            write(file, actual);
            return;
        }
        if (!Files.exists(file)) {
            Path drawn = failures.resolve(name + ".actual.png");
            write(drawn, actual);
            throw new AssertionError("There is no golden frame " + file + ".\n" + advice("The drawn frame: " + drawn));
        }
        RasterImage expected = read(file);
        String difference = difference(expected, actual, tolerance);
        if (!difference.isEmpty()) {
            fail(name, file, expected, actual, difference);
        }
    }

    /**
     * A file holds no channel above its alpha. A tint may leave one there by a rounding; more is a frame that is not
     * premultiplied.
     */
    private static RasterImage asInFile(String name, RasterImage frame) {
        int[] pixels = frame.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int alpha = pixels[i] >>> 24;
            int brightest = Math.max(pixels[i] & 255, Math.max(pixels[i] >> 8 & 255, pixels[i] >> 16 & 255));
            if (brightest > alpha + ROUNDING) {
                throw new AssertionError("The frame " + name + " is not premultiplied: pixel " + i % frame.width() + ","
                        + i / frame.width() + " is " + Integer.toHexString(pixels[i]));
            }
        }
        return RasterImage.ofStraightArgb(frame.width(), frame.height(), frame.toStraightArgb());
    }

    private void fail(String name, Path file, RasterImage expected, RasterImage actual, String difference) {
        Path drawn = failures.resolve(name + ".actual.png");
        Path compared = failures.resolve(name + ".diff.png");
        write(drawn, actual);
        write(compared, sideBySide(expected, actual));
        throw new AssertionError("The frame differs from " + file + ": " + difference + ".\n"
                + advice("The drawn frame: " + drawn + "\nExpected, actual, difference x" + AMPLIFIED + ": "
                        + compared));
    }

    private static String advice(String files) {
        return files + "\nLook at it; if it is right, accept it with: " + ACCEPT;
    }

    /** Empty if they are the same. */
    private static String difference(RasterImage expected, RasterImage actual, int tolerance) {
        if (expected.width() != actual.width() || expected.height() != actual.height()) {
            return "expected an " + expected + ", drawn is an " + actual;
        }
        int count = 0;
        int largest = 0;
        int first = -1;
        for (int i = 0; i < actual.pixels().length; i++) {
            int apart = apart(expected.pixels()[i], actual.pixels()[i]);
            if (apart > tolerance) {
                count++;
                first = first < 0 ? i : first;
                largest = Math.max(largest, apart);
            }
        }
        return count == 0
                ? ""
                : "%d of %d pixels by up to %d of 255 (allowed %d), the first at %d,%d: expected %08x, drawn %08x"
                        .formatted(
                                count,
                                actual.pixels().length,
                                largest,
                                tolerance,
                                first % actual.width(),
                                first / actual.width(),
                                expected.pixels()[first],
                                actual.pixels()[first]);
    }

    private static int apart(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            largest = Math.max(largest, Math.abs((a >>> shift & 255) - (b >>> shift & 255)));
        }
        return largest;
    }

    private static RasterImage sideBySide(RasterImage expected, RasterImage actual) {
        int width = Math.max(expected.width(), actual.width());
        int height = Math.max(expected.height(), actual.height());
        RasterImage all = new RasterImage(width * 3 + 2, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int a = pixel(expected, x, y);
                int b = pixel(actual, x, y);
                int[] row = all.pixels();
                int at = y * all.width() + x;
                row[at] = a;
                row[at + width + 1] = b;
                row[at + 2 * (width + 1)] = amplified(a, b);
            }
        }
        return all;
    }

    private static int pixel(RasterImage image, int x, int y) {
        return x < image.width() && y < image.height() ? image.pixel(x, y) : 0;
    }

    /** Opaque; a difference of alpha alone is grey. */
    private static int amplified(int a, int b) {
        int alpha = Math.abs((a >>> 24) - (b >>> 24));
        int result = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = Math.abs((a >>> shift & 255) - (b >>> shift & 255));
            result = result << 8 | Math.min(255, AMPLIFIED * Math.max(channel, alpha));
        }
        return result;
    }

    private static RasterImage read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new IOException("not a picture");
            }
            int width = image.getWidth();
            int height = image.getHeight();
            return RasterImage.ofStraightArgb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static void write(Path file, RasterImage image) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                PngWriter.write(image, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }
}
