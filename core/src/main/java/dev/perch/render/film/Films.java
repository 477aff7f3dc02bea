package dev.perch.render.film;

import dev.perch.render.RasterImage;
import java.util.List;

/** What every film asks of its frames. */
final class Films {
    private Films() {}

    static void check(RasterImage image, int width, int height, int millis) {
        if (image.width() != width || image.height() != height) {
            throw new IllegalArgumentException("a frame of a film of " + width + "x" + height + " is an " + image);
        }
        if (millis < 1) {
            throw new IllegalArgumentException("a frame cannot last " + millis + " ms");
        }
    }

    static void checkNotEmpty(List<?> frames) {
        if (frames.isEmpty()) {
            throw new IllegalStateException("a film must have a frame");
        }
    }
}
