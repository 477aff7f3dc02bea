package dev.perch.model;

/**
 * A snapshot with what the host knows of it. Only the host makes one.
 *
 * @param source who sent it
 * @param rank how far that source is believed
 * @param session which session it is about
 * @param sequence counts up by one for each snapshot of the source, from 1
 * @param arrivedNanos when it came, by the runtime's clock
 * @param ttlNanos for how long it holds; after that it is stale. {@link Long#MAX_VALUE}: as long as its state's own time
 * @param snapshot what was said
 */
public record StampedSnapshot(
        SourceId source,
        SourceRank rank,
        SessionId session,
        long sequence,
        long arrivedNanos,
        long ttlNanos,
        RuntimeSnapshot snapshot) {}
