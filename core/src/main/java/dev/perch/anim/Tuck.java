package dev.perch.anim;

/** How far a pet has gone out of sight, and back. Nanoseconds that never go back. */
public final class Tuck {
    private static final double FINE = 0.002;

    private final Spring gone = new Spring(16, 1, FINE);

    /** Goes away, or comes back, from where it is. */
    public void turn(long nowNanos, boolean away) {
        gone.retarget(nowNanos, away ? 1 : 0);
    }

    /** Is away, or there, at once. */
    public void still(boolean away) {
        gone.rest(away ? 1 : 0);
    }

    /** How much of the pet is to be seen, 0 to 1: it goes the first part of its way in full sight. */
    public double shown(long nowNanos) {
        double part = gone.value(nowNanos);
        return 1 - Ease.smooth(part * part);
    }

    /** Whether it is all there, or all away. */
    public boolean atRest(long nowNanos) {
        return gone.atRest(nowNanos);
    }
}
