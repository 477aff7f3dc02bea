package dev.perch.anim;

/**
 * A value that a spring draws to its target. It is evaluated in closed form from its value and velocity at the last change
 * of the target, so that it is the same however often it is asked; a new target takes over both, so that nothing jumps.
 * Times are nanoseconds and never go back behind the last change of the target. Allocates nothing.
 */
public final class Spring {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double stiffness;
    private final double damping;
    private final double precision;
    private double target;
    private double distance;
    private double speed;
    private long since;
    private long restAt;

    /**
     * A spring at rest at 0.
     *
     * @param stiffness its angular frequency in radians a second: how fast it is
     * @param damping above 0; below 1 it swings, at 1 it comes as fast as can be without
     * @param precision how near to the target counts as being there
     */
    public Spring(double stiffness, double damping, double precision) {
        if (!(stiffness > 0 && damping > 0 && damping <= 1 && precision > 0)) {
            throw new IllegalArgumentException("spring of " + stiffness + ", " + damping + ", " + precision);
        }
        this.stiffness = stiffness;
        this.damping = damping;
        this.precision = precision;
    }

    /** At rest there at once. */
    public void rest(double value) {
        set(value, 0, 0, 0);
    }

    /** Draws to another target from now on, from where it is and as fast as it is. */
    public void retarget(long nowNanos, double newTarget) {
        if (newTarget != target) {
            set(newTarget, value(nowNanos) - newTarget, velocity(nowNanos), nowNanos);
        }
    }

    /** Draws to a target from that value and velocity, in units a second. */
    public void start(long nowNanos, double value, double velocity, double newTarget) {
        set(newTarget, value - newTarget, velocity, nowNanos);
    }

    private void set(double newTarget, double newDistance, double newSpeed, long nowNanos) {
        target = newTarget;
        distance = newDistance;
        speed = newSpeed;
        since = nowNanos;
        restAt = nowNanos + (long) (secondsToRest() * NANOS_PER_SECOND);
    }

    /** Where it is drawn to. */
    public double target() {
        return target;
    }

    /** Whether it has come to its target, exactly. */
    public boolean atRest(long nowNanos) {
        return nowNanos >= restAt;
    }

    /** Its value at that time. */
    public double value(long nowNanos) {
        if (atRest(nowNanos)) {
            return target;
        }
        double t = seconds(nowNanos);
        if (damping == 1) {
            return target + (distance + (speed + stiffness * distance) * t) * StrictMath.exp(-stiffness * t);
        }
        double swing = swing();
        double push = (speed + damping * stiffness * distance) / swing;
        return target
                + StrictMath.exp(-damping * stiffness * t)
                        * (distance * StrictMath.cos(swing * t) + push * StrictMath.sin(swing * t));
    }

    /** Its velocity at that time, in units a second. */
    public double velocity(long nowNanos) {
        if (atRest(nowNanos)) {
            return 0;
        }
        double t = seconds(nowNanos);
        if (damping == 1) {
            return (speed - stiffness * (speed + stiffness * distance) * t) * StrictMath.exp(-stiffness * t);
        }
        double swing = swing();
        double pull = (damping * stiffness * speed + stiffness * stiffness * distance) / swing;
        return StrictMath.exp(-damping * stiffness * t)
                * (speed * StrictMath.cos(swing * t) - pull * StrictMath.sin(swing * t));
    }

    private double swing() {
        return stiffness * StrictMath.sqrt(1 - damping * damping);
    }

    private double seconds(long nowNanos) {
        return Math.max(0, nowNanos - since) / NANOS_PER_SECOND;
    }

    /** When the hull of the motion is thinner than the precision; for critical damping by {@code t <= 2/(e w) exp(wt/2)}. */
    private double secondsToRest() {
        double reach;
        double decay;
        if (damping == 1) {
            reach = Math.abs(distance) + Math.abs(speed + stiffness * distance) * 2 / (Math.E * stiffness);
            decay = stiffness / 2;
        } else {
            reach = StrictMath.hypot(distance, (speed + damping * stiffness * distance) / swing());
            decay = damping * stiffness;
        }
        return reach <= precision ? 0 : StrictMath.log(reach / precision) / decay;
    }
}
