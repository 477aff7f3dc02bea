package dev.perch.tools;

import dev.perch.render.RasterImage;

/** What is behind a rendered pet. */
enum Ground {
    TRANSPARENT(0),
    LIGHT(0xFFF4F1EA),
    DARK(0xFF1E2430),
    CHECKER(0) {
        @Override
        int at(int x, int y) {
            return ((x >> 4) + (y >> 4)) % 2 == 0 ? 0xFFFFFFFF : 0xFFD8DCE2;
        }
    };

    private final int argb;

    Ground(int argb) {
        this.argb = argb;
    }

    /** The colour at a pixel: opaque, or clear. */
    int at(int x, int y) {
        return argb;
    }

    /** The picture with this ground under it. */
    RasterImage under(RasterImage picture) {
        if (this == TRANSPARENT) {
            return picture;
        }
        RasterImage composed = picture.copy();
        int[] pixels = composed.pixels();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int i = y * picture.width() + x;
                pixels[i] = over(pixels[i], at(x, y));
            }
        }
        return composed;
    }

    private static int over(int premultiplied, int ground) {
        int rest = 255 - (premultiplied >>> 24);
        int out = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int below = (ground >>> shift & 255) * rest;
            out |= ((premultiplied >>> shift & 255) + (below + 127) / 255) << shift;
        }
        return out;
    }
}
