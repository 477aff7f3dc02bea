package dev.perch.gesture;

/** The last places of a pointer: how fast it is, told by its events alone. Allocates nothing. */
public final class PointerTrail {
    /** What a hand did longer ago says nothing of what it does now. */
    private static final long WINDOW_NANOS = 80_000_000;

    /** Two events that are nearer than this are told of by a busy system, not by a quick hand. */
    private static final long LEAST_NANOS = 20_000_000;

    /** Events of a mouse that tells 1,000 a second, for the time of the window. */
    private static final int PLACES = 96;

    private static final double NANOS_PER_SECOND = 1e9;

    private final int[] x = new int[PLACES];
    private final int[] y = new int[PLACES];
    private final long[] at = new long[PLACES];
    private int count;

    /** Forgets all. */
    public void clear() {
        count = 0;
    }

    /** Notes where the pointer is, in desktop pixels. */
    public void add(int placeX, int placeY, long nanos) {
        int i = count % PLACES;
        x[i] = placeX;
        y[i] = placeY;
        at[i] = nanos;
        count++;
    }

    /** How fast it goes to the right at that time, in pixels a second. */
    public double velocityX(long nowNanos) {
        return velocity(x, nowNanos);
    }

    /** How fast it goes down at that time, in pixels a second. */
    public double velocityY(long nowNanos) {
        return velocity(y, nowNanos);
    }

    /** How fast it goes at that time, whichever way, in pixels a second. */
    public double speed(long nowNanos) {
        return Math.hypot(velocityX(nowNanos), velocityY(nowNanos));
    }

    private double velocity(int[] places, long nowNanos) {
        int oldest = count;
        int known = Math.max(0, count - PLACES);
        while (oldest > known && nowNanos - at[(oldest - 1) % PLACES] <= WINDOW_NANOS) {
            oldest--;
        }
        if (oldest >= count - 1) {
            return 0;
        }
        int first = oldest % PLACES;
        int last = (count - 1) % PLACES;
        long time = Math.max(LEAST_NANOS, nowNanos - at[first]);
        return (places[last] - places[first]) * NANOS_PER_SECOND / time;
    }
}
