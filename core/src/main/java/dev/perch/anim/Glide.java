package dev.perch.anim;

/**
 * One axis of a throw: it slows down by friction, comes back from the ends with less speed, and stops. Evaluated in closed
 * form from the moment of the throw, so that it is the same however often it is asked. Friction takes speed in proportion, so
 * the way that is left shrinks with time alone; a bounce turns it round and shortens it.
 */
final class Glide {
    /** The part of its speed that friction takes in a second: a throw of 1,000 px/s goes 200 px far. */
    private static final double FRICTION = 5;

    /** What a bounce leaves of the speed. */
    private static final double SPRING_BACK = 0.5;

    /** With less than this left to go, in pixels, it is there. */
    private static final double NEAR = 0.5;

    private static final double NANOS_PER_SECOND = 1e9;

    private double start;
    private double way;
    private double least;
    private double most;

    /**
     * Throws.
     *
     * @param from in pixels; outside the room it comes in by itself
     * @param velocity in pixels a second
     * @param low the least place of the room
     * @param high its greatest place; less than the least: there is no room to move in
     */
    void start(double from, double velocity, double low, double high) {
        least = low;
        most = Math.max(low, high);
        start = from;
        way = velocity / FRICTION;
        if (from < least) {
            way = Math.max(way, least - from);
        } else if (from > most) {
            way = Math.min(way, most - from);
        }
    }

    /** The place after that time. */
    double place(double seconds) {
        double sign = Math.signum(way);
        double left = Math.abs(way);
        double ahead = left * StrictMath.exp(-FRICTION * seconds);
        if (ahead < NEAR) {
            ahead = 0;
        }
        double at = start;
        while (left > ahead) {
            double end = sign > 0 ? most : least;
            double gap = Math.abs(end - at);
            if (left - ahead <= gap) {
                return at + sign * (left - ahead);
            }
            at = end;
            left = (left - gap) * SPRING_BACK;
            ahead *= SPRING_BACK;
            sign = -sign;
            if (most - least < NEAR) {
                return at;
            }
        }
        return at;
    }

    /** How long it goes on, in nanoseconds. */
    long nanos() {
        double left = Math.abs(way);
        return left <= NEAR ? 0 : (long) (StrictMath.log(left / NEAR) / FRICTION * NANOS_PER_SECOND) + 1;
    }
}
