package dev.perch.anim;

/**
 * Eyes that follow: they turn sector by sector, the short way round, to where the pet looks. A new aim is followed from
 * the sector on show and in the same rhythm. From straight ahead, and back to it, is one step. Nanoseconds that never go
 * back. Allocates nothing.
 */
public final class GazeTurn {
    /** A sector takes so long: half a turn in a third of a second. */
    public static final long STEP_NANOS = 40_000_000;

    private int from = Gaze.NONE;
    private int aim = Gaze.NONE;
    private long since;

    /** Looks there from now on. */
    public void aim(int sector, long nowNanos) {
        if (sector == aim) {
            return;
        }
        long lastStep = since + done(nowNanos) * STEP_NANOS;
        from = sector(nowNanos);
        aim = sector;
        since = steps() == 0 ? nowNanos : Math.max(lastStep, nowNanos - STEP_NANOS);
    }

    /** Where it looks in the end. */
    public int aim() {
        return aim;
    }

    /** Where it looks at that time. */
    public int sector(long nowNanos) {
        return steps() == 0 ? aim : Math.floorMod(from + Integer.signum(way()) * (int) done(nowNanos), Gaze.SECTORS);
    }

    /** When it looks elsewhere by itself; {@link Long#MAX_VALUE}: never. */
    public long changeAfter(long nowNanos) {
        long done = done(nowNanos);
        return done == steps() ? Long.MAX_VALUE : since + (done + 1) * STEP_NANOS;
    }

    private long done(long nowNanos) {
        return Math.min(steps(), Math.max(0, nowNanos - since) / STEP_NANOS);
    }

    private long steps() {
        return from == Gaze.NONE || aim == Gaze.NONE ? 0 : Math.abs(way());
    }

    /** From -8 to 7: sectors to go, clockwise. */
    private int way() {
        return Math.floorMod(aim - from + Gaze.SECTORS / 2, Gaze.SECTORS) - Gaze.SECTORS / 2;
    }
}
