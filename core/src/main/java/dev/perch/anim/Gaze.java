package dev.perch.anim;

/** Where a v2 pet looks: the angle rule of the Codex app (read out of the shipped app; pet contract v2). */
public final class Gaze {
    /** No direction: the pet looks straight ahead. */
    public static final int NONE = -1;

    /** How many directions there are, from up clockwise. */
    public static final int SECTORS = 16;

    /** A pointer no further than this many pixels from the middle has no direction. */
    public static final double DEAD_ZONE = 1;

    private static final double SECTOR_DEGREES = 360.0 / SECTORS;

    /** The pointer has to be so far beyond the border of the sector on show to be followed, in degrees. */
    public static final double STICKY_DEGREES = 3;

    /** The pointer has to come so much nearer than the dead zone's border, or go so far beyond it, in pixels. */
    private static final double STICKY_PIXELS = 3;

    private Gaze() {}

    /**
     * The sector for a pointer, seen from the middle of the sprite.
     *
     * @param dx to the right, in pixels
     * @param dy down, in pixels
     * @return 0 (up) to 15, clockwise, or {@link #NONE} inside the dead zone
     */
    public static int sector(double dx, double dy) {
        if (Math.hypot(dx, dy) <= DEAD_ZONE) {
            return NONE;
        }
        double degrees = Math.toDegrees(Math.atan2(dx, -dy));
        double turned = (degrees + SECTOR_DEGREES / 2 + 360) % 360;
        return (int) Math.floor(turned / SECTOR_DEGREES) % SECTORS;
    }

    /**
     * The sector for a pointer, seen by a pet that looks in another already: near a border it stays with that, so that a hand
     * that trembles does not make it roll its eyes.
     *
     * @param shown the sector on show, or {@link #NONE}
     * @param dx to the right, in pixels
     * @param dy down, in pixels
     * @param deadZone nearer to its middle than this, in pixels, the pet looks straight ahead
     */
    public static int sector(int shown, double dx, double dy, double deadZone) {
        double far = Math.hypot(dx, dy);
        double border = shown == NONE ? deadZone + STICKY_PIXELS : deadZone - STICKY_PIXELS;
        if (far <= Math.max(DEAD_ZONE, border)) {
            return NONE;
        }
        if (shown == NONE) {
            return sector(dx, dy);
        }
        double degrees = Math.toDegrees(Math.atan2(dx, -dy));
        double off = Math.abs((degrees - shown * SECTOR_DEGREES + 900) % 360 - 180);
        return off <= SECTOR_DEGREES / 2 + STICKY_DEGREES ? shown : sector(dx, dy);
    }
}
