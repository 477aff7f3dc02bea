package dev.perch.pack;

import java.util.Arrays;

/**
 * A rectangle of RGBA bytes, rows from the top; equal by content.
 *
 * @param rgba {@code width * height * 4} bytes, not copied, so never written after this
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, see equals
public record Pixels(int width, int height, byte[] rgba) {
    /** @throws IllegalArgumentException when {@code rgba} has another length */
    public Pixels {
        if (rgba.length != width * height * 4) {
            throw new IllegalArgumentException(width + "x" + height + " in " + rgba.length + " bytes");
        }
    }

    /** Alpha of a pixel, 0 to 255; 0 outside. */
    public int alpha(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return 0;
        }
        return rgba[(y * width + x) * 4 + 3] & 0xff;
    }

    /** A rectangle of it; what lies outside is transparent. */
    public Pixels crop(int x, int y, int cropWidth, int cropHeight) {
        byte[] out = new byte[cropWidth * cropHeight * 4];
        int from = Math.max(0, -x);
        int to = Math.min(cropWidth, width - x);
        for (int row = Math.max(0, -y); row < Math.min(cropHeight, height - y) && to > from; row++) {
            System.arraycopy(
                    rgba, ((y + row) * width + x + from) * 4, out, (row * cropWidth + from) * 4, (to - from) * 4);
        }
        return new Pixels(cropWidth, cropHeight, out);
    }

    /** The same picture with no colour where it is fully transparent. */
    public Pixels withoutHiddenColor() {
        byte[] out = rgba.clone();
        for (int i = 0; i < out.length; i += 4) {
            if (out[i + 3] == 0) {
                out[i] = 0;
                out[i + 1] = 0;
                out[i + 2] = 0;
            }
        }
        return new Pixels(width, height, out);
    }

    /** Whether nothing in it can be seen. */
    public boolean empty() {
        for (int i = 3; i < rgba.length; i += 4) {
            if (rgba[i] != 0) {
                return false;
            }
        }
        return true;
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
