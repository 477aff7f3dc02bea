package dev.perch.anim;

import dev.perch.model.Room;

/**
 * How a window comes to its places by itself: thrown, it glides with its momentum; sent, it slides. A new way begins where the
 * old one is; one that is sent goes on as fast as it was. Pixels, and nanoseconds that never go back. Allocates nothing.
 */
public final class Travel {
    /** A slide takes about a third of a second, however far. */
    private static final double SLIDE = 16;

    private static final double NEAR = 0.5;
    private static final double MOMENT = 0.001;
    private static final double NANOS_PER_SECOND = 1e9;

    /** About 800 pixels far: no throw leaves a desk. */
    private static final double FASTEST = 4_000;

    private final Glide glideX = new Glide();
    private final Glide glideY = new Glide();
    private final Spring slideX = new Spring(SLIDE, 1, NEAR);
    private final Spring slideY = new Spring(SLIDE, 1, NEAR);
    private boolean thrown;
    private boolean sliding;
    private long since;
    private long until;

    /**
     * Throws it.
     *
     * @param places in which its left top corner may be: it ends there
     * @param speedX in pixels a second to the right
     * @param speedY in pixels a second down
     */
    public void hurl(long nowNanos, int x, int y, double speedX, double speedY, Room places) {
        double speed = StrictMath.hypot(speedX, speedY);
        double part = speed > FASTEST ? FASTEST / speed : 1;
        glideX.start(x, speedX * part, places.left(), places.right());
        glideY.start(y, speedY * part, places.top(), places.bottom());
        thrown = true;
        sliding = false;
        since = nowNanos;
        until = nowNanos + Math.max(glideX.nanos(), glideY.nanos());
    }

    /** Sends it from one place to another. */
    public void send(long nowNanos, int x, int y, int toX, int toY) {
        if (sliding) {
            slideX.retarget(nowNanos, toX);
            slideY.retarget(nowNanos, toY);
        } else {
            slideX.start(nowNanos, x, thrown ? speed(glideX, nowNanos) : 0, toX);
            slideY.start(nowNanos, y, thrown ? speed(glideY, nowNanos) : 0, toY);
        }
        thrown = false;
        sliding = true;
    }

    /** Ends the way where it is. */
    public void stop() {
        thrown = false;
        sliding = false;
    }

    /** Whether it is on its way: until it has been told its last place. */
    public boolean moves() {
        return thrown || sliding;
    }

    /** Whether it is on its way to where it was sent. */
    public boolean slides() {
        return sliding;
    }

    /** Ends a way that has come to its place. */
    public void arrive(long nowNanos) {
        if (thrown ? nowNanos >= until : slideX.atRest(nowNanos) && slideY.atRest(nowNanos)) {
            stop();
        }
    }

    /** The left edge at that time, while it {@link #moves}. */
    public int x(long nowNanos) {
        return (int) Math.round(thrown ? glideX.place(seconds(nowNanos)) : slideX.value(nowNanos));
    }

    /** The top edge at that time, while it {@link #moves}. */
    public int y(long nowNanos) {
        return (int) Math.round(thrown ? glideY.place(seconds(nowNanos)) : slideY.value(nowNanos));
    }

    /** In pixels a second, over the last millisecond. */
    private double speed(Glide glide, long nowNanos) {
        double now = seconds(nowNanos);
        double before = Math.max(0, now - MOMENT);
        return now == before ? 0 : (glide.place(now) - glide.place(before)) / (now - before);
    }

    private double seconds(long nowNanos) {
        return (nowNanos - since) / NANOS_PER_SECOND;
    }
}
