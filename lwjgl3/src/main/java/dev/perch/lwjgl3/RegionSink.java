package dev.perch.lwjgl3;

/** Takes in a region as rectangles of window pixels. */
public interface RegionSink {
    /** Takes in nothing. */
    RegionSink NOWHERE = (x, y, width, height) -> {};

    /** Adds a rectangle. One with no width or no height adds nothing. */
    void add(int x, int y, int width, int height);
}
