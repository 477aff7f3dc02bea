package dev.perch.model;

/** How much of what an agent says may be read on the screen. */
public enum QuietLevel {
    /** The state alone, in Perch's own word for it. */
    STATE,
    /** The title too. */
    TITLE,
    /** The title and the text under it. */
    FULL
}
