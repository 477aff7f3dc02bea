package dev.perch.render;

/**
 * Reads texels along a line through a texture, as OpenGL samples: texel {@code k} has its centre at {@code k + 0.5},
 * and beyond the edge lies more of the edge. Coordinates are texels with 32 bits of fraction.
 */
final class Sampler {
    static final long ONE = 1L << 32;
    /**
     * A sample that lies on the border of two texels is taken from the right and the upper one, whatever the rounding of
     * floats did to it: there lies the quad whose left or bottom edge the border may be.
     */
    private static final long TIE = ONE >> 9;

    private Sampler() {}

    /** Fills {@code row[0..n)} with the texels that the points of the line lie in. */
    static void nearest(RasterTexture texture, int[] row, int n, long u, long v, long du, long dv) {
        int[] texels = texture.pixels();
        int width = texture.getWidth();
        int right = width - 1;
        int bottom = texture.getHeight() - 1;
        u += TIE;
        v -= TIE;
        if (dv == 0 && inside(u, width) && inside(u + du * (n - 1), width)) {
            int base = clamp(v, bottom) * width;
            for (int i = 0; i < n; i++, u += du) {
                row[i] = texels[base + (int) (u >> 32)];
            }
            return;
        }
        for (int i = 0; i < n; i++, u += du, v += dv) {
            row[i] = texels[clamp(v, bottom) * width + clamp(u, right)];
        }
    }

    private static boolean inside(long u, int width) {
        return u >= 0 && u >> 32 < width;
    }

    private static int clamp(long coordinate, int last) {
        return (int) Math.max(0, Math.min(last, coordinate >> 32));
    }

    /** Fills {@code row[0..n)} with the mean of the four texels around each point of the line, in 256 steps a side. */
    static void linear(RasterTexture texture, int[] row, int n, long u, long v, long du, long dv) {
        int[] texels = texture.pixels();
        int width = texture.getWidth();
        int right = width - 1;
        int bottom = texture.getHeight() - 1;
        // From centre to centre, rounded to the nearest 1/256.
        u += (ONE >> 9) - (ONE >> 1);
        v += (ONE >> 9) - (ONE >> 1);
        for (int i = 0; i < n; i++, u += du, v += dv) {
            int fu = (int) (u >> 24) & 255;
            int fv = (int) (v >> 24) & 255;
            int x = clamp(u, right);
            int y = clamp(v, bottom) * width;
            if ((fu | fv) == 0) {
                row[i] = texels[y + x];
                continue;
            }
            int x1 = clamp(u + ONE, right);
            int y1 = clamp(v + ONE, bottom) * width;
            row[i] = mean(texels[y + x], texels[y + x1], texels[y1 + x], texels[y1 + x1], fu, fv);
        }
    }

    private static int mean(int p, int px, int py, int pxy, int fu, int fv) {
        int wxy = fu * fv;
        int wx = (fu << 8) - wxy;
        int wy = (fv << 8) - wxy;
        int w = 65536 - wxy - wx - wy;
        long even = even(p) * w + even(px) * wx + even(py) * wy + even(pxy) * wxy + HALVES;
        long odd = even(p >>> 8) * w + even(px >>> 8) * wx + even(py >>> 8) * wy + even(pxy >>> 8) * wxy + HALVES;
        return pack(even) | pack(odd) << 8;
    }

    private static final long HALVES = 0x8000_0000_8000L;

    /** Bits 0-7 and 16-23 of a pixel, moved 32 bits apart. */
    private static long even(int pixel) {
        return pixel & 0xffL | (pixel & 0xff0000L) << 16;
    }

    private static int pack(long sums) {
        return (int) (sums >>> 16 & 0xff) | (int) (sums >>> 32 & 0xff0000);
    }
}
