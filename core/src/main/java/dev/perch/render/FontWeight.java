package dev.perch.render;

/** How heavy a text is set. */
public enum FontWeight {
    /** Running text. */
    REGULAR,
    /** Titles. */
    STRONG
}
