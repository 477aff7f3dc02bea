package dev.perch.api;

/** How much something wants the user's eye, least first. */
public enum NotificationLevel {
    /** Nothing that wants it: a greeting at most. */
    NONE,
    /** An agent works. */
    WORKING,
    /** Something is ready to be looked at. */
    READY,
    /** Something failed. */
    FAILED,
    /** An agent waits for the user. */
    NEEDS_YOU
}
