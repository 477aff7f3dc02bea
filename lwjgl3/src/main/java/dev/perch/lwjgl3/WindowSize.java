package dev.perch.lwjgl3;

/**
 * How large a window is, in physical pixels, and how much of it is spare at first: it may hang out of the work area.
 *
 * @param right spare columns at its right edge
 * @param bottom spare rows at its lower edge
 */
record WindowSize(int width, int height, int right, int bottom) {
    WindowSize(int width, int height) {
        this(width, height, 0, 0);
    }
}
