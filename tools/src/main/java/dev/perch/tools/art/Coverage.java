package dev.perch.tools.art;

import java.util.Arrays;

/**
 * How much of each pixel a shape covers, 0 to 1, within a box of pixels. Sixteen scan lines per pixel row,
 * exact across each line, non-zero winding.
 */
final class Coverage {

    private static final int LINES = 16;
    private static final double[] NOWHERE = {};

    final int left;
    final int top;
    final int width;
    final int height;
    final float[] part;

    private Coverage(int left, int top, int width, int height, float[] part) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.part = part;
    }

    /** The coverage of a path under a map; {@code pad} pixels stay free around it for a blur. */
    static Coverage of(Path path, Affine map, int canvasWidth, int canvasHeight, int pad) {
        Path device = path.under(map);
        double minX = 1e9;
        double minY = 1e9;
        double maxX = -1e9;
        double maxY = -1e9;
        for (double[] c : device.contours()) {
            for (int i = 0; i < c.length; i += 2) {
                minX = c[i] < minX ? c[i] : minX;
                maxX = c[i] > maxX ? c[i] : maxX;
                minY = c[i + 1] < minY ? c[i + 1] : minY;
                maxY = c[i + 1] > maxY ? c[i + 1] : maxY;
            }
        }
        int left = clamp(floor(minX) - pad, -pad, canvasWidth);
        int top = clamp(floor(minY) - pad, -pad, canvasHeight);
        int width = clamp(floor(maxX) + 1 + pad, left, canvasWidth + pad) - left;
        int height = clamp(floor(maxY) + 1 + pad, top, canvasHeight + pad) - top;
        Coverage out = new Coverage(left, top, width, height, new float[width * height]);
        if (width > 0 && height > 0) {
            out.scan(device);
        }
        return out;
    }

    /** Softens the edges with three box blurs of the given radius in pixels. */
    void blur(int radius) {
        float[] line = new float[width > height ? width : height];
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) {
                boxBlur(part, y * width, 1, width, radius, line);
            }
            for (int x = 0; x < width; x++) {
                boxBlur(part, x, width, height, radius, line);
            }
        }
    }

    /** One box blur along a row or a column of an array. */
    static void boxBlur(float[] data, int start, int step, int count, int radius, float[] line) {
        double sum = 0;
        double scale = 1.0 / (2 * radius + 1);
        for (int i = 0; i < radius && i < count; i++) {
            sum += data[start + i * step];
        }
        for (int i = 0; i < count; i++) {
            if (i + radius < count) {
                sum += data[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= data[start + (i - radius - 1) * step];
            }
            line[i] = (float) (sum < 1e-7 ? 0 : sum * scale);
        }
        for (int i = 0; i < count; i++) {
            data[start + i * step] = line[i];
        }
    }

    private void scan(Path device) {
        int lines = height * LINES;
        int[] counts = new int[lines + 1];
        for (double[] c : device.contours()) {
            eachEdge(c, lines, counts, NOWHERE, new byte[0]);
        }
        int total = 0;
        for (int i = 0; i <= lines; i++) {
            int here = counts[i];
            counts[i] = total;
            total += here;
        }
        double[] xs = new double[total];
        byte[] turns = new byte[total];
        int[] next = Arrays.copyOf(counts, lines + 1);
        for (double[] c : device.contours()) {
            eachEdge(c, lines, next, xs, turns);
        }
        float[] run = new float[width + 1];
        for (int row = 0; row < height; row++) {
            Arrays.fill(run, 0);
            for (int s = row * LINES; s < (row + 1) * LINES; s++) {
                line(xs, turns, counts[s], counts[s + 1], row, run);
            }
            double sum = 0;
            for (int x = 0; x < width; x++) {
                sum += run[x];
                double covered = (part[row * width + x] + sum) / LINES;
                part[row * width + x] = (float) (covered < 1e-5 ? 0 : covered > 1 ? 1 : covered);
            }
        }
    }

    /* Counts, or with room given records, where each scan line crosses the contour. */
    private void eachEdge(double[] c, int lines, int[] slots, double[] xs, byte[] turns) {
        int n = c.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            double x0 = c[2 * i] - left;
            double y0 = (c[2 * i + 1] - top) * LINES;
            double x1 = c[2 * j] - left;
            double y1 = (c[2 * j + 1] - top) * LINES;
            if (y0 == y1) {
                continue;
            }
            byte turn = 1;
            if (y0 > y1) {
                double t = y0;
                y0 = y1;
                y1 = t;
                t = x0;
                x0 = x1;
                x1 = t;
                turn = -1;
            }
            int from = clamp(ceil(y0 - 0.5), 0, lines);
            int to = clamp(ceil(y1 - 0.5), 0, lines);
            double slope = (x1 - x0) / (y1 - y0);
            for (int s = from; s < to; s++) {
                if (xs == NOWHERE) {
                    slots[s]++;
                } else {
                    xs[slots[s]] = x0 + (s + 0.5 - y0) * slope;
                    turns[slots[s]++] = turn;
                }
            }
        }
    }

    private void line(double[] xs, byte[] turns, int from, int to, int row, float[] run) {
        for (int i = from + 1; i < to; i++) {
            double x = xs[i];
            byte t = turns[i];
            int k = i - 1;
            while (k >= from && xs[k] > x) {
                xs[k + 1] = xs[k];
                turns[k + 1] = turns[k];
                k--;
            }
            xs[k + 1] = x;
            turns[k + 1] = t;
        }
        int winding = 0;
        for (int i = from; i < to; i++) {
            int before = winding;
            winding += turns[i];
            if (before == 0) {
                span(xs[i], row, run, 1);
            } else if (winding == 0) {
                span(xs[i], row, run, -1);
            }
        }
    }

    /* From x to the right edge everything is covered (sign 1) or no longer covered (sign -1). */
    private void span(double x, int row, float[] run, int sign) {
        double at = x < 0 ? 0 : x;
        if (at >= width) {
            return;
        }
        int pixel = (int) at;
        part[row * width + pixel] += (float) (sign * (pixel + 1 - at));
        run[pixel + 1] += sign;
    }

    private static int floor(double v) {
        int i = (int) v;
        return i > v ? i - 1 : i;
    }

    private static int ceil(double v) {
        int i = (int) v;
        return i < v ? i + 1 : i;
    }

    private static int clamp(int v, int low, int high) {
        return v < low ? low : v > high ? high : v;
    }
}
