package dev.perch.anim;

/**
 * How much of something is to be seen, 0 to 1: it comes and goes in a set time, softly, and may turn on the way. Evaluated in
 * closed form from the moment of the last turn. Nanoseconds that never go back. Allocates nothing.
 */
public final class Fade {
    private final long inNanos;
    private final long outNanos;
    private boolean in;
    private double from;
    private long since = Long.MIN_VALUE / 2;

    /**
     * Out, at rest.
     *
     * @param inNanos from nothing to all
     * @param outNanos from all to nothing
     */
    public Fade(long inNanos, long outNanos) {
        this.inNanos = inNanos;
        this.outNanos = outNanos;
    }

    /** In or out at once. */
    public void rest(boolean isIn) {
        in = isIn;
        from = isIn ? 1 : 0;
        since = Long.MIN_VALUE / 2;
    }

    /** Comes in, or goes out, from where it is. */
    public void turn(long nowNanos, boolean toIn) {
        if (toIn != in) {
            from = progress(nowNanos);
            in = toIn;
            since = nowNanos;
        }
    }

    /** Whether it is in or on its way. */
    public boolean in() {
        return in;
    }

    /** How much is to be seen at that time. */
    public double value(long nowNanos) {
        return Ease.smooth(progress(nowNanos));
    }

    /** When it has come to where it goes. */
    public long endNanos() {
        return since + (long) Math.ceil(in ? (1 - from) * inNanos : from * outNanos);
    }

    /** Whether it is all there, or all gone. */
    public boolean atRest(long nowNanos) {
        return nowNanos >= endNanos();
    }

    private double progress(long nowNanos) {
        if (atRest(nowNanos)) {
            return in ? 1 : 0;
        }
        double nanos = nowNanos - since;
        return in ? from + nanos / inNanos : from - nanos / outNanos;
    }
}
