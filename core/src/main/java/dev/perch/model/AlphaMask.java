package dev.perch.model;

/**
 * Which pixels of a sprite are solid, one bit each: the hit test, and what the window system is told. Solid means an
 * alpha of at least {@link #SOLID_ALPHA}.
 *
 * @param width in pixels of the sprite
 * @param height in pixels of the sprite
 * @param bits row by row from the top left, bit {@code i & 63} of word {@code i >> 6} for pixel {@code i}; not copied, so
 *     never written after this
 */
public record AlphaMask(int width, int height, long[] bits) {
    /** The least alpha, of 255, that catches the mouse: fainter pixels are glow and shadow. */
    public static final int SOLID_ALPHA = 64;

    /** @throws IllegalArgumentException when {@code bits} has not the length that the size asks for */
    public AlphaMask {
        if (bits.length != words(width, height)) {
            throw new IllegalArgumentException("mask of " + width + "x" + height + " with " + bits.length + " words");
        }
    }

    /** How many words a mask of that size has. */
    public static int words(int width, int height) {
        return (width * height + 63) >> 6;
    }

    /** Whether the pixel is solid; false outside the mask. */
    public boolean solid(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return false;
        }
        int i = y * width + x;
        return (bits[i >> 6] >>> (i & 63) & 1) != 0;
    }
}
