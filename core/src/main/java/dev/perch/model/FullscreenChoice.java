package dev.perch.model;

/** What the user wants of a pet while another window fills its screen. */
public enum FullscreenChoice {
    /** It goes off the screen until then. */
    HIDE,
    /** It stays where it is and holds still until then. */
    SLEEP,
    /** It goes on. */
    STAY
}
