package dev.perch.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places rectangles in a bin: the free place with the least waste on its shorter side (MaxRects, best short side fit). */
public final class MaxRects {
    /** A rectangle, in pixels from the top left of the bin. */
    public record Rect(int x, int y, int width, int height) {
        boolean holds(Rect other) {
            return other.x >= x
                    && other.y >= y
                    && other.x + other.width <= x + width
                    && other.y + other.height <= y + height;
        }

        boolean meets(Rect other) {
            return other.x < x + width
                    && x < other.x + other.width
                    && other.y < y + height
                    && y < other.y + other.height;
        }
    }

    private List<Rect> free = new ArrayList<>();

    /** A free bin of that size. */
    public MaxRects(int width, int height) {
        free.add(new Rect(0, 0, width, height));
    }

    /** Takes the best place for a rectangle of that size; null when there is none. */
    @Nullable
    public Rect place(int width, int height) {
        Rect best = null;
        int bestShort = Integer.MAX_VALUE;
        int bestLong = Integer.MAX_VALUE;
        for (Rect hole : free) {
            int spareX = hole.width - width;
            int spareY = hole.height - height;
            int shorter = Math.min(spareX, spareY);
            int longer = Math.max(spareX, spareY);
            if (shorter >= 0 && (shorter < bestShort || (shorter == bestShort && longer < bestLong))) {
                best = new Rect(hole.x, hole.y, width, height);
                bestShort = shorter;
                bestLong = longer;
            }
        }
        if (best != null) {
            take(best);
        }
        return best;
    }

    private void take(Rect taken) {
        List<Rect> pieces = new ArrayList<>();
        for (Rect hole : free) {
            if (hole.meets(taken)) {
                split(hole, taken, pieces);
            } else {
                pieces.add(hole);
            }
        }
        List<Rect> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!heldByAnother(pieces, i)) {
                kept.add(pieces.get(i));
            }
        }
        free = kept;
    }

    private static boolean heldByAnother(List<Rect> pieces, int index) {
        Rect piece = pieces.get(index);
        for (int i = 0; i < pieces.size(); i++) {
            Rect other = pieces.get(i);
            if (i != index && other.holds(piece) && (i < index || !other.equals(piece))) {
                return true;
            }
        }
        return false;
    }

    private static void split(Rect hole, Rect taken, List<Rect> pieces) {
        int right = hole.x + hole.width;
        int bottom = hole.y + hole.height;
        if (taken.x > hole.x) {
            pieces.add(new Rect(hole.x, hole.y, taken.x - hole.x, hole.height));
        }
        if (taken.x + taken.width < right) {
            pieces.add(new Rect(taken.x + taken.width, hole.y, right - taken.x - taken.width, hole.height));
        }
        if (taken.y > hole.y) {
            pieces.add(new Rect(hole.x, hole.y, hole.width, taken.y - hole.y));
        }
        if (taken.y + taken.height < bottom) {
            pieces.add(new Rect(hole.x, taken.y + taken.height, hole.width, bottom - taken.y - taken.height));
        }
    }
}
