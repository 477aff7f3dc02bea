package dev.perch.lwjgl3;

/**
 * How large a window is, in physical pixels, and how much of it is spare: at first that may hang out of the work area.
 *
 * @param width at least 1
 * @param height at least 1
 * @param right spare columns at its right edge
 * @param bottom spare rows at its lower edge
 */
public record WindowSize(int width, int height, int right, int bottom) {
    /** A window with nothing to spare. */
    public WindowSize(int width, int height) {
        this(width, height, 0, 0);
    }
}
