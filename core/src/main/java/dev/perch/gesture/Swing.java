package dev.perch.gesture;

/** How fast a hand was when it let go, told by the last places of the pointer. Allocates nothing. */
final class Swing {
    /** What a hand did longer ago says nothing of what it does now. */
    private static final long WINDOW_NANOS = 80_000_000;

    /** Two events that are nearer than this are told of by a busy system, not by a quick hand. */
    private static final long LEAST_NANOS = 20_000_000;

    private static final int PLACES = 96;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int[] x = new int[PLACES];
    private final int[] y = new int[PLACES];
    private final long[] at = new long[PLACES];
    private int count;

    void begin(PointerEvent event) {
        count = 0;
        add(event);
    }

    void add(PointerEvent event) {
        int i = count++ % PLACES;
        x[i] = event.screenX();
        y[i] = event.screenY();
        at[i] = event.nanos();
    }

    /** Pixels a second at that time. */
    double speed(long nanos) {
        int oldest = count;
        int known = Math.max(0, count - PLACES);
        while (oldest > known && nanos - at[(oldest - 1) % PLACES] <= WINDOW_NANOS) {
            oldest--;
        }
        if (oldest >= count - 1) {
            return 0;
        }
        int first = oldest % PLACES;
        int last = (count - 1) % PLACES;
        double seconds = Math.max(LEAST_NANOS, nanos - at[first]) / NANOS_PER_SECOND;
        return Math.hypot(x[last] - x[first], y[last] - y[first]) / seconds;
    }
}
