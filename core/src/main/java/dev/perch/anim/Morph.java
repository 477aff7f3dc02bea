package dev.perch.anim;

/**
 * How far a rectangle still is from the one that it becomes. Times are nanoseconds and never go back. Allocates nothing.
 */
public final class Morph {
    /** Nine tenths of the way in a tenth of a second. */
    private static final double SPEED = 34;

    private static final double FINE = 0.4;

    private final Spring left = new Spring(SPEED, 1, FINE);
    private final Spring top = new Spring(SPEED, 1, FINE);
    private final Spring width = new Spring(SPEED, 1, FINE);
    private final Spring height = new Spring(SPEED, 1, FINE);

    /** The rectangle that it becomes moves by so much; the one on show goes on as it was. Pixels. */
    public void shift(long nowNanos, double byLeft, double byTop, double byWidth, double byHeight) {
        shift(left, nowNanos, byLeft);
        shift(top, nowNanos, byTop);
        shift(width, nowNanos, byWidth);
        shift(height, nowNanos, byHeight);
    }

    private static void shift(Spring spring, long nowNanos, double by) {
        spring.start(nowNanos, spring.value(nowNanos) - by, spring.velocity(nowNanos), 0);
    }

    /** There at once. */
    public void still() {
        left.rest(0);
        top.rest(0);
        width.rest(0);
        height.rest(0);
    }

    /** How far the left edge is from where it goes. */
    public double left(long nowNanos) {
        return left.value(nowNanos);
    }

    /** How far the top edge is from where it goes. */
    public double top(long nowNanos) {
        return top.value(nowNanos);
    }

    /** How much wider it is. */
    public double width(long nowNanos) {
        return width.value(nowNanos);
    }

    /** How much higher it is. */
    public double height(long nowNanos) {
        return height.value(nowNanos);
    }

    /** Whether it is the rectangle that it was to become. */
    public boolean atRest(long nowNanos) {
        return left.atRest(nowNanos) && top.atRest(nowNanos) && width.atRest(nowNanos) && height.atRest(nowNanos);
    }
}
