package dev.perch.status;

import dev.perch.model.ActivityCategory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thread, for readers.
 *
 * @param ref its name in this run of Perch: it tells nothing, and no other run uses it
 * @param category what it is busy with, or null where nobody said
 * @param since when it began to stand so
 * @param stale whether that may no longer be true
 * @param title what its agent calls it
 * @param workspace the name of the folder that it works in, not its path; null where nobody said
 * @param id what its agent calls it in its own protocol, or null
 * @param folder the path that it works in, which nobody is told; null where nobody said
 */
public record ThreadView(
        String ref,
        ThreadStanding standing,
        @Nullable ActivityCategory category,
        Instant since,
        boolean stale,
        String title,
        @Nullable String workspace,
        @Nullable String id,
        @Nullable String folder) {}
