package dev.perch.anim;

/** The body of a pet between its pictures: springs for squash, lift and tilt. Times are nanoseconds and never go back. */
public final class Liveliness {
    /** A dip of a twentieth is felt more than seen; a tenth looks like rubber. */
    private static final double DIP = -0.05;

    private static final double LANDING = -0.08;
    private static final long DIP_NANOS = 60_000_000;

    /** A squashed body keeps about half of its area in width. */
    private static final double BULGE = 0.6;

    /** How high a hand lifts it, in logical pixels. */
    private static final double LIFT = 6;

    /** By how much it is nearer to the eye then. */
    private static final double NEARER = 0.03;

    private static final double MOST_DEGREES = 12;

    /** Reached at 1,000 logical pixels a second: a brisk drag across the screen. */
    private static final double DEGREES_A_SPEED = 0.012;

    /** The body follows a hand for as long as the hand's speed is told by: see {@code gesture.PointerTrail}. */
    private static final long REST_NANOS = 80_000_000;

    private static final double FINE = 0.0005;
    private static final double FINE_DEGREES = 0.02;

    private final Pulse squash = new Pulse(new Spring(42, 0.62, FINE));
    private final Spring lift = new Spring(28, 0.8, FINE);
    private final Pulse tilt = new Pulse(new Spring(17, 0.5, FINE_DEGREES));
    private double grabX = 0.5;
    private double grabY = 1;

    /** Feels a change of what the pet does: dips with its feet planted, and comes back. In a hand it has nothing to push on. */
    public void dip(long nowNanos) {
        if (lift.target() == 0) {
            squash.push(nowNanos, DIP, DIP_NANOS);
        }
    }

    /**
     * A hand takes it, and it hangs from there.
     *
     * @param x as a part of the cell's width
     * @param y as a part of the cell's height
     */
    public void lift(long nowNanos, double x, double y) {
        if (tilt.atRest(nowNanos)) {
            grabX = x;
            grabY = y;
        }
        lift.retarget(nowNanos, 1);
    }

    /**
     * The hand moves: the body lags behind until the hand has rested for as long as its trail is.
     *
     * @param speedX in logical pixels a second to the right
     */
    public void swing(long nowNanos, double speedX) {
        double degrees = Math.max(-MOST_DEGREES, Math.min(MOST_DEGREES, speedX * DEGREES_A_SPEED));
        tilt.push(nowNanos, degrees, REST_NANOS);
    }

    /** The hand lets go: it stands again, and feels it. */
    public void land(long nowNanos) {
        lift.retarget(nowNanos, 0);
        squash.push(nowNanos, LANDING, DIP_NANOS);
    }

    /** At rest at once. */
    public void still() {
        squash.still();
        lift.rest(0);
        tilt.still();
    }

    /** Writes the pose at that time. */
    public void pose(long nowNanos, SpritePose pose) {
        pose.rest();
        double dip = squash.value(nowNanos);
        double high = lift.value(nowNanos);
        pose.scaleX = (1 - dip * BULGE) * (1 + NEARER * high);
        pose.scaleY = (1 + dip) * (1 + NEARER * high);
        pose.offsetY = -LIFT * high;
        pose.degrees = tilt.value(nowNanos);
        pose.pivotX = grabX;
        pose.pivotY = grabY;
    }

    /** Whether the pose changes no more by itself. */
    public boolean atRest(long nowNanos) {
        return squash.atRest(nowNanos) && lift.atRest(nowNanos) && tilt.atRest(nowNanos);
    }
}
