package dev.perch.lwjgl3;

import java.util.Arrays;

/** A region in memory: rectangles, and the box around them. Grows, and then allocates no more. */
final class Rectangles implements RegionSink {
    private static final int FIELDS = 4;

    private int[] edges = new int[64 * FIELDS];
    private int used;
    private int left;
    private int top;
    private int right;
    private int bottom;

    Rectangles() {
        clear();
    }

    /** Makes it the empty region. */
    void clear() {
        used = 0;
        left = Integer.MAX_VALUE;
        top = Integer.MAX_VALUE;
        right = Integer.MIN_VALUE;
        bottom = Integer.MIN_VALUE;
    }

    @Override
    public void add(int x, int y, int width, int height) {
        if (width <= 0 || height <= 0) {
            return;
        }
        if (used == edges.length) {
            edges = Arrays.copyOf(edges, used * 2);
        }
        edges[used++] = x;
        edges[used++] = y;
        edges[used++] = width;
        edges[used++] = height;
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x + width);
        bottom = Math.max(bottom, y + height);
    }

    boolean isEmpty() {
        return used == 0;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int right() {
        return right;
    }

    int bottom() {
        return bottom;
    }

    boolean contains(int x, int y) {
        for (int i = 0; i < used; i += FIELDS) {
            if (x >= edges[i] && y >= edges[i + 1] && x < edges[i] + edges[i + 2] && y < edges[i + 1] + edges[i + 3]) {
                return true;
            }
        }
        return false;
    }

    /** Tells the rectangles on, up to {@code most}; if there are more, the box around all of them instead. */
    void tell(RegionSink sink, int most) {
        if (used > most * FIELDS) {
            sink.add(left, top, right - left, bottom - top);
            return;
        }
        for (int i = 0; i < used; i += FIELDS) {
            sink.add(edges[i], edges[i + 1], edges[i + 2], edges[i + 3]);
        }
    }
}
