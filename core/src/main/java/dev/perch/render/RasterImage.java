package dev.perch.render;

import java.util.Arrays;

/**
 * A picture in memory: 8 bits a channel, premultiplied, {@code 0xAARRGGBB}, rows from the top left. What
 * {@link RasterBatch} draws on. For one thread at a time.
 */
public final class RasterImage {
    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * A transparent picture.
     *
     * @throws IllegalArgumentException when a side is below 1
     */
    public RasterImage(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image of " + width + "x" + height + " has no pixels");
        }
        this.width = width;
        this.height = height;
        pixels = new int[Math.multiplyExact(width, height)];
    }

    /**
     * A picture of straight (not premultiplied) {@code 0xAARRGGBB} pixels.
     *
     * @throws IllegalArgumentException when the size and the number of pixels differ
     */
    public static RasterImage ofStraightArgb(int width, int height, int[] argb) {
        RasterImage image = new RasterImage(width, height);
        if (argb.length != image.pixels.length) {
            throw new IllegalArgumentException(argb.length + " pixels for an image of " + width + "x" + height);
        }
        for (int i = 0; i < argb.length; i++) {
            image.pixels[i] = Argb.premultiply(argb[i]);
        }
        return image;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, premultiplied, row by row: writing to them draws. */
    public int[] pixels() {
        return pixels;
    }

    /** The premultiplied pixel. */
    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    /** Fills with one premultiplied colour; 0 is transparent. */
    public void clear(int premultiplied) {
        Arrays.fill(pixels, premultiplied);
    }

    /** A copy of the pixels as pictures in files have them: straight {@code 0xAARRGGBB}, row by row. */
    public int[] toStraightArgb() {
        int[] straight = new int[pixels.length];
        for (int i = 0; i < straight.length; i++) {
            straight[i] = Argb.straight(pixels[i]);
        }
        return straight;
    }

    /** A picture of its own with the same pixels. */
    public RasterImage copy() {
        RasterImage copy = new RasterImage(width, height);
        copy.set(this);
        return copy;
    }

    /**
     * Takes over the pixels of a picture of the same size.
     *
     * @throws IllegalArgumentException when the sizes differ
     */
    public void set(RasterImage other) {
        if (other.width != width || other.height != height) {
            throw new IllegalArgumentException("the images differ in size: " + this + ", " + other);
        }
        System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
    }

    @Override
    public String toString() {
        return "image of " + width + "x" + height;
    }
}
