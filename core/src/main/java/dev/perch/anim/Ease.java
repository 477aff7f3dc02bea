package dev.perch.anim;

/** Curves of a tween: progress in, progress out, both 0 to 1. */
public final class Ease {
    private Ease() {}

    /** Begins and ends with no speed; what lies outside 0 to 1 is clipped. */
    public static double smooth(double progress) {
        double p = Math.max(0, Math.min(1, progress));
        return p * p * (3 - 2 * p);
    }
}
