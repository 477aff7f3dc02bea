package dev.perch.pack;

import java.util.Arrays;

/**
 * A rectangle of RGBA bytes, rows from the top; equal by content.
 *
 * @param rgba {@code width * height * 4} bytes, not copied, so never written after this
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, see equals
record Pixels(int width, int height, byte[] rgba) {
    /** @throws IllegalArgumentException when {@code rgba} has another length */
    Pixels {
        if (rgba.length != width * height * 4) {
            throw new IllegalArgumentException(width + "x" + height + " in " + rgba.length + " bytes");
        }
    }

    /** Alpha of a pixel, 0 to 255; 0 outside. */
    int alpha(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return 0;
        }
        return rgba[(y * width + x) * 4 + 3] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels p && p.width == width && p.height == height && Arrays.equals(p.rgba, rgba);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(rgba);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
