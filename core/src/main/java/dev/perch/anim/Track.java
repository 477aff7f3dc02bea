package dev.perch.anim;

import dev.perch.model.AnimationSequence;
import dev.perch.model.FrameRef;

/**
 * A sequence that is being played.
 *
 * @param sequence what is played
 * @param sinceNanos when its first frame came on
 */
public record Track(AnimationSequence sequence, long sinceNanos) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** The frame on show. Allocates nothing. */
    public FrameRef frameAt(long nowNanos) {
        return sequence.frameAt(elapsedMillis(nowNanos));
    }

    /** When the frame on show gives way to the next; {@link Long#MAX_VALUE}: never. */
    public long changeAfter(long nowNanos) {
        long change = sequence.changeAfter(elapsedMillis(nowNanos));
        return change == Long.MAX_VALUE ? change : sinceNanos + change * NANOS_PER_MILLI;
    }

    /** Whether the reaction is over and the pet has settled into what follows it. */
    public boolean settled(long nowNanos) {
        return sequence.settled(elapsedMillis(nowNanos));
    }

    private long elapsedMillis(long nowNanos) {
        return Math.max(0, nowNanos - sinceNanos) / NANOS_PER_MILLI;
    }
}
