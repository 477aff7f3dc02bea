package dev.perch.model;

/**
 * A part of the desktop, in desktop pixels: where a window may be, or a monitor's work area.
 *
 * @param left edge, may be negative
 * @param top edge, may be negative
 * @param width at least 0
 * @param height at least 0
 */
public record Room(int left, int top, int width, int height) {
    /** One past the last column. */
    public int right() {
        return left + width;
    }

    /** One past the last row. */
    public int bottom() {
        return top + height;
    }

    /** Whether a pixel is in both rooms. */
    public boolean overlaps(Room other) {
        return other.left < right() && left < other.right() && other.top < bottom() && top < other.bottom();
    }

    /** Whether all of the other room is in this one. */
    public boolean contains(Room other) {
        return other.left >= left && other.top >= top && other.right() <= right() && other.bottom() <= bottom();
    }
}
