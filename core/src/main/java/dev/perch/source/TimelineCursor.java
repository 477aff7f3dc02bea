package dev.perch.source;

import java.util.function.Consumer;

/**
 * Walks a timeline once, or round and round. Deterministic: what it hands over depends only on the moments it is
 * advanced to. Not safe for threads; {@link #nextMillis} and an {@link #advance} with nothing due allocate nothing.
 */
public final class TimelineCursor {
    private final SnapshotTimeline timeline;
    private final boolean loop;
    private long roundStart;
    private int index;

    /**
     * A cursor before the first entry.
     *
     * @param loop whether the first entry follows the last
     */
    public TimelineCursor(SnapshotTimeline timeline, boolean loop) {
        this.timeline = timeline;
        this.loop = loop && !timeline.entries().isEmpty();
    }

    /** When the next entry is due; {@link Long#MAX_VALUE} when there is none left. */
    public long nextMillis() {
        if (!hasNext()) {
            return Long.MAX_VALUE;
        }
        return index < timeline.entries().size()
                ? roundStart + timeline.entries().get(index).atMillis()
                : roundStart + timeline.loopMillis() + timeline.entries().get(0).atMillis();
    }

    /**
     * Hands over all entries that are due by {@code nowMillis} and were not handed over before, in order. Of a step
     * longer than two rounds only the last two are walked: what came before is old.
     */
    public void advance(long nowMillis, Consumer<? super SnapshotTimeline.Entry> due) {
        skipRounds(nowMillis);
        while (hasNext() && nextMillis() <= nowMillis) {
            if (index == timeline.entries().size()) {
                index = 0;
                roundStart += timeline.loopMillis();
            }
            due.accept(timeline.entries().get(index++));
        }
    }

    private boolean hasNext() {
        return loop || index < timeline.entries().size();
    }

    private void skipRounds(long nowMillis) {
        long rounds = loop ? (nowMillis - roundStart) / timeline.loopMillis() : 0;
        if (rounds > 2) {
            roundStart += (rounds - 1) * timeline.loopMillis();
            index = 0;
        }
    }
}
