package dev.perch.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param sequence counts up by one, from 1
 * @param at when Perch saw it
 * @param thread how the thread stands since then, the active one for changes of that; null: none is active
 */
public record StatusEvent(
        long sequence, EventKind kind, Instant at, @Nullable ThreadView thread) {}
