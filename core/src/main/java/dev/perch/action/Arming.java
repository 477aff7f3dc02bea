package dev.perch.action;

/**
 * When a yes counts: half a second after the question was first drawn, and after each time that it was disturbed. By then a
 * click that was meant for something else is over. Render thread only.
 */
public final class Arming {
    /** Half a second. */
    public static final long NANOS = 500_000_000L;

    /** The time of a question that is not drawn yet. */
    private static final long NEVER = Long.MAX_VALUE;

    private long at = NEVER;

    /** The arming of a question that is not drawn yet. */
    public Arming() {}

    /** Another question, or another page of it, is to be drawn. */
    public void reset() {
        at = NEVER;
    }

    /** The question is on show. The first time counts. */
    public void drawn(long nowNanos) {
        if (at == NEVER) {
            at = nowNanos + NANOS;
        }
    }

    /** The question moved, or its window lost the keyboard: the user is given time again. */
    public void disturb(long nowNanos) {
        if (at != NEVER) {
            at = nowNanos + NANOS;
        }
    }

    /** Whether a yes counts. */
    public boolean isOver(long nowNanos) {
        return nowNanos >= at;
    }

    /** When it will; {@link Long#MAX_VALUE}: the question is not drawn yet. */
    public long at() {
        return at;
    }
}
