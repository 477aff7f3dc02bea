package dev.perch.model;

import org.jspecify.annotations.Nullable;

/**
 * What a pet is told to be: the state of the session that it follows.
 *
 * @param state what to act out
 * @param sinceNanos when the pet began to act it out
 * @param newsNanos when the session was last heard of
 * @param stale whether that is so long ago that it may no longer be true
 * @param told the snapshot behind it, or null when no session is alive
 */
public record Mood(
        PetAnimationState state,
        long sinceNanos,
        long newsNanos,
        boolean stale,
        @Nullable StampedSnapshot told) {

    /** The same, begun at another time. */
    public Mood since(long nanos) {
        return new Mood(state, nanos, newsNanos, stale, told);
    }

    /** Nothing is going on. */
    public static Mood calm(long sinceNanos) {
        return new Mood(PetAnimationState.IDLE, sinceNanos, sinceNanos, false, null);
    }
}
