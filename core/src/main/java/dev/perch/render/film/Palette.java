package dev.perch.render.film;

import java.util.Arrays;
import java.util.List;

/** The colours of a film: up to 255, and transparent. */
final class Palette {
    /** The place of transparent. */
    static final byte TRANSPARENT = 0;

    static final int COLORS = 255;

    /** Opaque, at the place of their index; 0 is not used. */
    private final int[] argb;

    /** Nearest indices found so far, by the colour's {@link PaletteBuilder#cell}, where it is not exact. */
    private final byte[] nearest = new byte[PaletteBuilder.CELLS];

    /** The colours sorted, with the index of each beside it. */
    private final int[] exact;

    private final byte[] exactIndex;

    Palette(List<Integer> colors) {
        argb = new int[colors.size() + 1];
        for (int i = 0; i < colors.size(); i++) {
            argb[i + 1] = colors.get(i);
        }
        exact = Arrays.copyOfRange(argb, 1, argb.length);
        Arrays.sort(exact);
        exactIndex = new byte[exact.length];
        for (int i = 1; i < argb.length; i++) {
            exactIndex[Arrays.binarySearch(exact, argb[i])] = (byte) i;
        }
    }

    /** Red, green and blue at that index, {@code 0xRRGGBB}; 0 where there is no colour. */
    int rgb(int index) {
        return index < argb.length ? argb[index] & 0xffffff : 0;
    }

    byte[] indices(int[] pixels) {
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indices[i] = i > 0 && pixels[i] == pixels[i - 1] ? indices[i - 1] : index(pixels[i]);
        }
        return indices;
    }

    private byte index(int pixel) {
        if (pixel == 0) {
            return TRANSPARENT;
        }
        int found = Arrays.binarySearch(exact, pixel);
        if (found >= 0) {
            return exactIndex[found];
        }
        int cell = PaletteBuilder.cell(pixel);
        if (nearest[cell] == 0) {
            nearest[cell] = (byte) search(pixel);
        }
        return nearest[cell];
    }

    private int search(int pixel) {
        int best = 1;
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < argb.length; i++) {
            int r = (pixel >> 16 & 255) - (argb[i] >> 16 & 255);
            int g = (pixel >> 8 & 255) - (argb[i] >> 8 & 255);
            int b = (pixel & 255) - (argb[i] & 255);
            int distance = 2 * r * r + 4 * g * g + b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
