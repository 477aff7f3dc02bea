package dev.perch.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places rectangles in a bin, in one of the largest free places (MaxRects, of Jylänki's "A Thousand Ways to Pack the Bin"). */
public final class MaxRects {
    /** Which free place is the best one. */
    public enum Fit {
        /** The least waste on the shorter side. */
        SHORT_SIDE,
        /** As far up as can be, measured at the lower edge; then as far left. */
        UP,
        /** As far left as can be, measured at the right edge; then as far up. */
        LEFT;

        /** The less, the better. */
        private long cost(Rect hole, int width, int height) {
            int spareX = hole.width - width;
            int spareY = hole.height - height;
            return switch (this) {
                case SHORT_SIDE -> (long) Math.min(spareX, spareY) << Integer.SIZE | Math.max(spareX, spareY);
                case UP -> (long) (hole.y + height) << Integer.SIZE | hole.x;
                case LEFT -> (long) (hole.x + width) << Integer.SIZE | hole.y;
            };
        }
    }

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

    private final Fit fit;
    private List<Rect> free = new ArrayList<>();

    /** A free bin of that size. */
    public MaxRects(int width, int height, Fit fit) {
        this.fit = fit;
        free.add(new Rect(0, 0, width, height));
    }

    /** Takes the best place for a rectangle of that size; null when there is none. */
    @Nullable
    public Rect place(int width, int height) {
        Rect best = null;
        long least = Long.MAX_VALUE;
        for (Rect hole : free) {
            if (hole.width >= width && hole.height >= height) {
                long cost = fit.cost(hole, width, height);
                if (cost < least) {
                    least = cost;
                    best = hole;
                }
            }
        }
        if (best == null) {
            return null;
        }
        Rect taken = new Rect(best.x, best.y, width, height);
        take(taken);
        return taken;
    }

    /** What is left of the holes that are met; the others are among the largest still. */
    private void take(Rect taken) {
        List<Rect> kept = new ArrayList<>();
        List<Rect> pieces = new ArrayList<>();
        for (Rect hole : free) {
            if (hole.meets(taken)) {
                split(hole, taken, pieces);
            } else {
                kept.add(hole);
            }
        }
        int others = kept.size();
        for (int i = 0; i < pieces.size(); i++) {
            if (!heldByAnother(pieces, i) && !held(kept, others, pieces.get(i))) {
                kept.add(pieces.get(i));
            }
        }
        free = kept;
    }

    private static boolean held(List<Rect> holes, int count, Rect piece) {
        for (int i = 0; i < count; i++) {
            if (holes.get(i).holds(piece)) {
                return true;
            }
        }
        return false;
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
