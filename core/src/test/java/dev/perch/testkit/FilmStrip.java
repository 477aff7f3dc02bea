package dev.perch.testkit;

import dev.perch.render.RasterImage;
import dev.perch.render.film.PngWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of a tween side by side, for the eye: {@code target/strips/<name>.png}. */
public final class FilmStrip {
    private static final int GROUND = 0xFFE8ECF2;

    private final List<RasterImage> frames = new ArrayList<>();

    /** Adds a copy of a picture. */
    public void add(RasterImage picture) {
        RasterImage copy = new RasterImage(picture.width(), picture.height());
        System.arraycopy(picture.pixels(), 0, copy.pixels(), 0, copy.pixels().length);
        frames.add(copy);
    }

    /** All pictures in a row, premultiplied, on nothing. */
    public RasterImage picture() {
        return picture(frames.size());
    }

    private RasterImage picture(int columns) {
        RasterImage first = frames.get(0);
        int rows = (frames.size() + columns - 1) / columns;
        RasterImage strip = new RasterImage(first.width() * columns, first.height() * rows);
        for (int i = 0; i < frames.size(); i++) {
            int left = i % columns * first.width();
            int top = i / columns * first.height();
            for (int y = 0; y < first.height(); y++) {
                System.arraycopy(
                        frames.get(i).pixels(),
                        y * first.width(),
                        strip.pixels(),
                        (top + y) * strip.width() + left,
                        first.width());
            }
        }
        return strip;
    }

    /** Writes them in a row over a light ground. */
    public void save(String name) throws IOException {
        save(name, frames.size());
    }

    /** Writes them in rows of so many over a light ground. */
    public void save(String name, int columns) throws IOException {
        RasterImage strip = picture(columns);
        int[] pixels = strip.pixels();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = over(pixels[i], GROUND);
        }
        Path file = Path.of(System.getProperty("basedir", ""), "target", "strips", name + ".png");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            PngWriter.write(strip, out);
        }
    }

    private static int over(int premultiplied, int ground) {
        int rest = 255 - (premultiplied >>> 24);
        int mixed = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int channel = (premultiplied >>> shift & 255) + ((ground >>> shift & 255) * rest + 127) / 255;
            mixed |= Math.min(255, channel) << shift;
        }
        return mixed;
    }
}
