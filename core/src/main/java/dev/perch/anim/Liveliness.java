package dev.perch.anim;

/** The body of a pet between its pictures: springs for squash, lift and tilt. Times are nanoseconds and never go back. */
public final class Liveliness {
    /** A dip of a twentieth is felt more than seen; a tenth looks like rubber. */
    private static final double SQUASH = -0.05;

    private static final long SQUASH_NANOS = 60_000_000;

    /** A squashed body keeps about half of its area in width. */
    private static final double BULGE = 0.6;

    private static final double FINE = 0.0005;

    private final Pulse squash = new Pulse(new Spring(42, 0.62, FINE));

    /** Feels a change of what the pet does: dips with its feet planted, and comes back. */
    public void dip(long nowNanos) {
        squash.push(nowNanos, SQUASH, SQUASH_NANOS);
    }

    /** At rest at once. */
    public void still() {
        squash.still();
    }

    /** Writes the pose at that time. */
    public void pose(long nowNanos, SpritePose pose) {
        pose.rest();
        double dip = squash.value(nowNanos);
        pose.scaleY = 1 + dip;
        pose.scaleX = 1 - dip * BULGE;
    }

    /** Whether the pose changes no more by itself. */
    public boolean atRest(long nowNanos) {
        return squash.atRest(nowNanos);
    }
}
