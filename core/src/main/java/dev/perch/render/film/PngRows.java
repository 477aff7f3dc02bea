package dev.perch.render.film;

import java.util.Arrays;

/** The pixels of a PNG: rows of RGBA, each by the filter that leaves the least to say, deflated. */
final class PngRows {
    private static final int UP = 2;
    private static final int PAETH = 4;

    /** Filters are compared in stretches of so many bytes: in all of a short line, in one of four of a long one. */
    private static final int STRETCH = 256;

    private static final int MOST_SPARSE = 4;
    private static final int LONG_LINE = 2048;

    private final int length;
    private final byte[] filtered;
    private int at;
    private byte[] above;
    private byte[] line;
    private final byte[] tried;

    private PngRows(int width, int height) {
        length = width * 4;
        filtered = new byte[Math.multiplyExact(length + 1, height)];
        above = new byte[length];
        line = new byte[length];
        tried = new byte[length];
    }

    /** A rectangle of a picture of straight {@code 0xAARRGGBB}, whose rows are {@code stride} pixels long. */
    static byte[] compress(int[] argb, int stride, Rect rect) {
        PngRows rows = new PngRows(rect.width(), rect.height());
        for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
            rows.take(argb, y * stride + rect.x());
            rows.filter();
        }
        return rows.deflated();
    }

    /** A whole picture of straight RGBA bytes. */
    static byte[] compress(byte[] rgba, int width, int height) {
        PngRows rows = new PngRows(width, height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(rgba, y * rows.length, rows.line, 0, rows.length);
            rows.filter();
        }
        return rows.deflated();
    }

    private byte[] deflated() {
        return Deflate.zlib(filtered, filtered.length);
    }

    private void take(int[] argb, int from) {
        for (int i = 0; i < length; i += 4) {
            int p = argb[from + i / 4];
            line[i] = (byte) (p >> 16);
            line[i + 1] = (byte) (p >> 8);
            line[i + 2] = (byte) p;
            line[i + 3] = (byte) (p >>> 24);
        }
    }

    /** Appends the line, after the number of its filter; it is then the one above. */
    private void filter() {
        int chosen = Arrays.equals(line, above) ? UP : cheapest();
        apply(chosen, 0, length);
        filtered[at] = (byte) chosen;
        System.arraycopy(tried, 0, filtered, at + 1, length);
        at += length + 1;
        byte[] swap = above;
        above = line;
        line = swap;
    }

    /** The filter that leaves the least to say; the last is that most often, so that the others stop early. */
    private int cheapest() {
        int chosen = 0;
        int least = Integer.MAX_VALUE;
        for (int filter = PAETH; filter >= 0; filter--) {
            int cost = cost(filter, least);
            if (cost < least) {
                least = cost;
                chosen = filter;
            }
        }
        return chosen;
    }

    /** The sum of distances from zero in stretches of the line, or {@code least} or more when it stopped early. */
    private int cost(int filter, int least) {
        int step = STRETCH * Math.max(1, Math.min(MOST_SPARSE, length / LONG_LINE));
        int cost = 0;
        for (int from = 0; from < length && cost < least; from += step) {
            int to = Math.min(length, from + STRETCH);
            apply(filter, from, to);
            for (int i = from; i < to; i++) {
                cost += Math.abs(tried[i]);
            }
        }
        return cost;
    }

    /** Fills that stretch of {@link #tried}. */
    private void apply(int filter, int from, int to) {
        switch (filter) {
            case 0 -> System.arraycopy(line, from, tried, from, to - from);
            case 1 -> left(from, to);
            case UP -> up(from, to);
            case 3 -> mean(from, to);
            default -> paeth(from, to);
        }
    }

    private void left(int from, int to) {
        for (int i = from; i < to; i++) {
            tried[i] = (byte) (line[i] - (i < 4 ? 0 : line[i - 4]));
        }
    }

    private void up(int from, int to) {
        for (int i = from; i < to; i++) {
            tried[i] = (byte) (line[i] - above[i]);
        }
    }

    private void mean(int from, int to) {
        for (int i = from; i < to; i++) {
            tried[i] = (byte) (line[i] - ((i < 4 ? 0 : line[i - 4] & 255) + (above[i] & 255) >> 1));
        }
    }

    private void paeth(int from, int to) {
        for (int i = from; i < to; i++) {
            int left = i < 4 ? 0 : line[i - 4] & 255;
            int up = above[i] & 255;
            int corner = i < 4 ? 0 : above[i - 4] & 255;
            int toLeft = Math.abs(up - corner);
            int toUp = Math.abs(left - corner);
            int toCorner = Math.abs(left + up - 2 * corner);
            int expected = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            tried[i] = (byte) (line[i] - expected);
        }
    }
}
