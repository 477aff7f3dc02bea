package dev.perch.pack;

import java.nio.ByteBuffer;

/**
 * How the samples of a PNG become pixels.
 *
 * @param width of the whole picture in pixels
 * @param height of the whole picture in pixels
 * @param bits of a sample: 1, 2, 4, 8 or 16
 * @param color type of PNG: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA
 * @param interlaced by Adam7
 * @param palette RGB of each entry, empty where there is none
 * @param alphas of the palette's first entries, or the one colour that is transparent, 2 bytes a sample
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PngForm(int width, int height, int bits, int color, boolean interlaced, byte[] palette, byte[] alphas) {
    /** Bytes of a row of that many pixels, without its filter. */
    int rowBytes(int pixels) {
        return (int) (((long) pixels * channels() * bits + 7) / 8);
    }

    /** Bytes from a sample to the one it is filtered by. */
    int step() {
        return Math.max(1, channels() * bits / 8);
    }

    private int channels() {
        return switch (color) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Turns an unfiltered row that begins at {@code from} into RGBA, each {@code step} pixels apart in {@code out}. */
    void row(byte[] raw, int from, int pixels, byte[] out, int to, int step) {
        if (color == 6 && bits == 8 && step == 1) {
            System.arraycopy(raw, from, out, to, pixels * 4);
            return;
        }
        for (int x = 0; x < pixels; x++) {
            pixel(raw, from, x, out, to + x * step * 4);
        }
    }

    private void pixel(byte[] raw, int from, int x, byte[] out, int at) {
        int first = x * channels();
        int r = sample(raw, from, first);
        if (color == 3) {
            out[at] = r * 3 < palette.length ? palette[r * 3] : 0;
            out[at + 1] = r * 3 < palette.length ? palette[r * 3 + 1] : 0;
            out[at + 2] = r * 3 < palette.length ? palette[r * 3 + 2] : 0;
            out[at + 3] = r < alphas.length ? alphas[r] : (byte) 255;
            return;
        }
        boolean grey = color == 0 || color == 4;
        int g = grey ? r : sample(raw, from, first + 1);
        int b = grey ? r : sample(raw, from, first + 2);
        int most = (1 << bits) - 1;
        out[at] = eight(r, most);
        out[at + 1] = eight(g, most);
        out[at + 2] = eight(b, most);
        if (color >= 4) {
            out[at + 3] = eight(sample(raw, from, first + channels() - 1), most);
        } else {
            out[at + 3] = transparent(r, g, b) ? 0 : (byte) 255;
        }
    }

    private boolean transparent(int r, int g, int b) {
        ByteBuffer key = ByteBuffer.wrap(alphas);
        if (color == 0) {
            return alphas.length >= 2 && (key.getShort(0) & 0xffff) == r;
        }
        return alphas.length >= 6
                && (key.getShort(0) & 0xffff) == r
                && (key.getShort(2) & 0xffff) == g
                && (key.getShort(4) & 0xffff) == b;
    }

    private int sample(byte[] raw, int from, int index) {
        if (bits == 8) {
            return raw[from + index] & 0xff;
        }
        if (bits == 16) {
            return (raw[from + index * 2] & 0xff) << 8 | raw[from + index * 2 + 1] & 0xff;
        }
        int bit = index * bits;
        return (raw[from + (bit >> 3)] & 0xff) >> 8 - bits - (bit & 7) & (1 << bits) - 1;
    }

    private static byte eight(int sample, int most) {
        return (byte) (most == 255 ? sample : (sample * 255 + most / 2) / most);
    }
}
