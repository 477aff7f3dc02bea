package dev.perch.anim;

/**
 * A spring that is pushed aside for a while and comes back to 0 by itself, at the right moment however late it is asked.
 * Times are nanoseconds and never go back.
 */
public final class Pulse {
    private static final long NEVER = Long.MAX_VALUE;

    private final Spring spring;
    private long releaseAt = NEVER;

    /** @param spring at rest at 0; the pulse's own from now on */
    public Pulse(Spring spring) {
        this.spring = spring;
    }

    /** Draws it to that value for so long; a push before takes effect until now. */
    public void push(long nowNanos, double value, long forNanos) {
        catchUp(nowNanos);
        spring.retarget(nowNanos, value);
        releaseAt = nowNanos + forNanos;
    }

    /** At rest at 0 at once. */
    public void still() {
        releaseAt = NEVER;
        spring.rest(0);
    }

    /** Its value at that time. */
    public double value(long nowNanos) {
        catchUp(nowNanos);
        return spring.value(nowNanos);
    }

    /** Its velocity at that time, in units a second. */
    public double velocity(long nowNanos) {
        catchUp(nowNanos);
        return spring.velocity(nowNanos);
    }

    /** Whether it is at 0 and stays there. */
    public boolean atRest(long nowNanos) {
        catchUp(nowNanos);
        return releaseAt == NEVER && spring.atRest(nowNanos);
    }

    private void catchUp(long nowNanos) {
        if (nowNanos >= releaseAt) {
            spring.retarget(releaseAt, 0);
            releaseAt = NEVER;
        }
    }
}
