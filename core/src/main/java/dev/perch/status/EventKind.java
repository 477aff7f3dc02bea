package dev.perch.status;

import java.util.Locale;

/** What can happen. */
public enum EventKind {
    THREAD_OPENED,
    THREAD_CLOSED,
    TURN_STARTED,
    TURN_COMPLETED,
    TURN_INTERRUPTED,
    APPROVAL_REQUESTED,
    APPROVAL_RESOLVED,
    IDLE,
    RUNNING,
    WAITING_FOR_USER,
    READY_FOR_REVIEW,
    FAILED,
    ACTIVITY_CHANGED,
    STALE,
    ACTIVE_THREAD_CHANGED,
    ACTIVE_WORKSPACE_CHANGED;

    /** Whether it tells what the pet does, and not what a thread does. */
    boolean isOfThePet() {
        return this == ACTIVE_THREAD_CHANGED || this == ACTIVE_WORKSPACE_CHANGED;
    }

    /** As it is written, such as {@code turn-started}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
