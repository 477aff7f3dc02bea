package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;

/**
 * How a picture on an author's canvas comes into a cell: made {@code num/den} as large from its top left corner, which is
 * then put at a place of the cell. Whole-number arithmetic: the same everywhere.
 *
 * @param num of the scale, at least 1
 * @param den of the scale, at least 1
 * @param x of the canvas's corner in the cell, in pixels, maybe negative
 * @param y of the canvas's corner in the cell, in pixels, maybe negative
 * @param filter how pixels are made of pixels; never {@link Filter#AUTO}
 */
record Placement(int num, int den, int x, int y, Filter filter) {
    /** The cell. */
    Pixels apply(Pixels canvas, int width, int height) {
        if (num == den) {
            return canvas.crop(-x, -y, width, height).withoutHiddenColor();
        }
        byte[] out = new byte[width * height * 4];
        int right = clamp(x + ceil((long) canvas.width() * num, den), width);
        int bottom = clamp(y + ceil((long) canvas.height() * num, den), height);
        for (int cy = clamp(y, height); cy < bottom; cy++) {
            for (int cx = clamp(x, width); cx < right; cx++) {
                int at = (cy * width + cx) * 4;
                switch (filter) {
                    case NEAREST -> take(canvas, cx, cy, out, at);
                    case SMOOTH -> smooth(canvas, cx, cy, out, at);
                    default -> mix(canvas, cx, cy, out, at);
                }
            }
        }
        return new Pixels(width, height, out);
    }

    private void take(Pixels canvas, int cx, int cy, byte[] out, int at) {
        int fromX = (int) ((2L * (cx - x) + 1) * den / (2L * num));
        int fromY = (int) ((2L * (cy - y) + 1) * den / (2L * num));
        if (canvas.alpha(fromX, fromY) > 0) {
            System.arraycopy(canvas.rgba(), (fromY * canvas.width() + fromX) * 4, out, at, 4);
        }
    }

    /* A pixel of the cell covers den/num of the canvas; in units of 1/num all weights are whole numbers. */
    private void mix(Pixels canvas, int cx, int cy, byte[] out, int at) {
        long x0 = (long) (cx - x) * den;
        long y0 = (long) (cy - y) * den;
        int toX = Math.min(canvas.width(), ceil(x0 + den, num));
        int toY = Math.min(canvas.height(), ceil(y0 + den, num));
        long r = 0;
        long g = 0;
        long b = 0;
        long a = 0;
        for (int sy = (int) (y0 / num); sy < toY; sy++) {
            long tall = Math.min(y0 + den, (sy + 1L) * num) - Math.max(y0, (long) sy * num);
            for (int sx = (int) (x0 / num); sx < toX; sx++) {
                int from = (sy * canvas.width() + sx) * 4;
                int alpha = canvas.rgba()[from + 3] & 0xff;
                if (alpha > 0) {
                    long wide = Math.min(x0 + den, (sx + 1L) * num) - Math.max(x0, (long) sx * num);
                    long weight = tall * wide * alpha;
                    r += weight * (canvas.rgba()[from] & 0xff);
                    g += weight * (canvas.rgba()[from + 1] & 0xff);
                    b += weight * (canvas.rgba()[from + 2] & 0xff);
                    a += weight;
                }
            }
        }
        long whole = (long) den * den;
        int alpha = (int) ((a + whole / 2) / whole);
        if (alpha > 0) {
            out[at] = (byte) ((r + a / 2) / a);
            out[at + 1] = (byte) ((g + a / 2) / a);
            out[at + 2] = (byte) ((b + a / 2) / a);
            out[at + 3] = (byte) alpha;
        }
    }

    /* Catmull-Rom over 4x4 pixels, premultiplied; doubles are strict since Java 17, so the bytes are the same everywhere. */
    private void smooth(Pixels canvas, int cx, int cy, byte[] out, int at) {
        double fromX = (cx - x + 0.5) * den / num - 0.5;
        double fromY = (cy - y + 0.5) * den / num - 0.5;
        int left = (int) Math.floor(fromX) - 1;
        int top = (int) Math.floor(fromY) - 1;
        double[] sums = new double[4];
        for (int sy = top; sy < top + 4; sy++) {
            for (int sx = left; sx < left + 4; sx++) {
                int alpha = canvas.alpha(sx, sy);
                if (alpha > 0) {
                    double weight = cubic(fromX - sx) * cubic(fromY - sy) * alpha;
                    int from = (sy * canvas.width() + sx) * 4;
                    for (int c = 0; c < 3; c++) {
                        sums[c] += weight * (canvas.rgba()[from + c] & 0xff);
                    }
                    sums[3] += weight;
                }
            }
        }
        int alpha = clamp((int) Math.round(sums[3]), 255);
        for (int c = 0; c < 3 && alpha > 0; c++) {
            out[at + c] = (byte) clamp((int) Math.round(sums[c] / sums[3]), 255);
        }
        out[at + 3] = (byte) alpha;
    }

    private static double cubic(double distance) {
        double d = Math.abs(distance);
        if (d < 1) {
            return 1 + d * d * (1.5 * d - 2.5);
        }
        return d < 2 ? 2 + d * (-4 + d * (2.5 - 0.5 * d)) : 0;
    }

    private static int ceil(long value, int by) {
        return (int) ((value + by - 1) / by);
    }

    private static int clamp(int value, int most) {
        return Math.max(0, Math.min(value, most));
    }
}
