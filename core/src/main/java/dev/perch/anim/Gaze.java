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
}
