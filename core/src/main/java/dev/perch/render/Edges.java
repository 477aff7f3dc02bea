package dev.perch.render;

/**
 * Which pixels a triangle covers: those whose centre lies in it, with corners rounded to 1/256 of a pixel. A centre on
 * an edge belongs to the triangle whose left or bottom edge that is, as Mesa does in a window, so triangles that share an
 * edge neither overlap nor leave a gap.
 */
final class Edges {
    /** Corners farther out than this, in pixels, are not drawn: the sums below would not fit. */
    static final double FARTHEST = 1 << 21;

    private static final int STEPS = 256;

    private final long[] x = new long[3];
    private final long[] y = new long[3];
    private int first;
    private int last;

    /** Takes a triangle in pixels of an image of {@code height}; false when it covers no row of it. */
    boolean set(double x0, double y0, double x1, double y1, double x2, double y2, int height) {
        corner(0, x0, y0);
        corner(1, x1, y1);
        corner(2, x2, y2);
        long twiceArea = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
        if (twiceArea < 0) {
            corner(1, x2, y2);
            corner(2, x1, y1);
        }
        long top = Math.min(y[0], Math.min(y[1], y[2]));
        long bottom = Math.max(y[0], Math.max(y[1], y[2]));
        first = (int) Math.max(0, -Math.floorDiv(-top, STEPS));
        last = (int) Math.min(height - 1, Math.floorDiv(bottom, STEPS));
        return twiceArea != 0 && first <= last;
    }

    /** Pixel centres lie on whole multiples of {@link #STEPS}. */
    private void corner(int i, double px, double py) {
        x[i] = Math.round((px - 0.5) * STEPS);
        y[i] = Math.round((py - 0.5) * STEPS);
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    /** The covered pixels of a row: the first in the upper 32 bits, the one after the last in the lower; none if equal. */
    long span(int row, int width) {
        long from = 0;
        long to = width;
        for (int i = 0; i < 3; i++) {
            int j = i == 2 ? 0 : i + 1;
            long dx = x[j] - x[i];
            long dy = y[j] - y[i];
            boolean leftOrBottom = dy < 0 || (dy == 0 && dx < 0);
            // Inside is where c - slope * pixel >= 0.
            long c = dx * ((long) row * STEPS - y[i]) + dy * x[i] - (leftOrBottom ? 0 : 1);
            long slope = dy * STEPS;
            if (slope > 0) {
                to = Math.min(to, Math.floorDiv(c, slope) + 1);
            } else if (slope < 0) {
                from = Math.max(from, -Math.floorDiv(c, -slope));
            } else if (c < 0) {
                return 0;
            }
        }
        return to <= from ? 0 : from << 32 | to;
    }
}
