package dev.perch.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How all threads stand.
 *
 * @param sequence of the last event that is in it; 0: none yet
 * @param at when it was so
 * @param active the thread that the pet follows, or null
 */
public record StatusPage(
        long sequence,
        Instant at,
        List<ThreadView> threads,
        @Nullable ThreadView active) {
    /** Copies the list. */
    public StatusPage {
        threads = List.copyOf(threads);
    }
}
