package dev.perch.lwjgl3;

import dev.perch.model.AlphaMask;
import java.util.Arrays;

/**
 * The solid pixels of a mask as few rectangles: runs of a row, joined with equal runs of the rows below. Made once a frame of
 * an animation; telling it allocates nothing.
 */
public final class SolidRegion {
    private static final int FIELDS = 4;

    private int[] rectangles = new int[64 * FIELDS];
    private int count;

    /** The rectangles that reach down to the row before, from left to right, and those that reach down to this one. */
    private int[] open;

    private int[] opening;
    private int openCount;
    private int openingCount;

    private SolidRegion(int width) {
        open = new int[(width + 1) / 2];
        opening = new int[(width + 1) / 2];
    }

    /** The region of that mask. */
    public static SolidRegion of(AlphaMask mask) {
        SolidRegion region = new SolidRegion(mask.width());
        for (int y = 0; y < mask.height(); y++) {
            region.addRow(mask, y);
        }
        region.rectangles = Arrays.copyOf(region.rectangles, region.count * FIELDS);
        return region;
    }

    /** How many rectangles it has. */
    public int size() {
        return count;
    }

    /**
     * Tells the region, scaled. A window pixel belongs to it when its centre lies on a solid pixel.
     *
     * @param left where the mask's left edge is, in window pixels
     * @param top where the mask's top edge is, in window pixels
     * @param scale window pixels for a pixel of the mask
     */
    public void tell(RegionSink sink, float left, float top, float scale) {
        for (int i = 0; i < rectangles.length; i += FIELDS) {
            int x = edge(left, rectangles[i], scale);
            int y = edge(top, rectangles[i + 1], scale);
            int right = edge(left, rectangles[i] + rectangles[i + 2], scale);
            int bottom = edge(top, rectangles[i + 1] + rectangles[i + 3], scale);
            sink.add(x, y, right - x, bottom - y);
        }
    }

    private static int edge(float origin, int pixel, float scale) {
        return (int) Math.ceil(origin + pixel * scale - 0.5f);
    }

    private void addRow(AlphaMask mask, int y) {
        int next = 0;
        openingCount = 0;
        for (int x = 0; x < mask.width(); x++) {
            if (mask.solid(x, y)) {
                int from = x;
                while (mask.solid(x + 1, y)) {
                    x++;
                }
                while (next < openCount && rectangles[open[next]] < from) {
                    next++;
                }
                addRun(next, from, y, x + 1 - from);
            }
        }
        int[] before = open;
        open = opening;
        openCount = openingCount;
        opening = before;
    }

    private void addRun(int candidate, int x, int y, int width) {
        int i = candidate < openCount ? open[candidate] : -1;
        if (i >= 0 && rectangles[i] == x && rectangles[i + 2] == width) {
            rectangles[i + 3]++;
        } else {
            i = add(x, y, width);
        }
        opening[openingCount++] = i;
    }

    private int add(int x, int y, int width) {
        int i = count * FIELDS;
        if (i == rectangles.length) {
            rectangles = Arrays.copyOf(rectangles, rectangles.length * 2);
        }
        rectangles[i] = x;
        rectangles[i + 1] = y;
        rectangles[i + 2] = width;
        rectangles[i + 3] = 1;
        count++;
        return i;
    }
}
