package dev.perch.render;

/** Which way a bubble points. */
public enum BubbleTail {
    /** Nowhere. */
    NONE,
    /** At a pet above the bubble. */
    UP,
    /** At a pet under the bubble. */
    DOWN
}
