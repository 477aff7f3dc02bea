package dev.perch.ecs;

/**
 * Where the pointer was when the window last looked, and when it is to look again. The window tells the first, {@link GazeSystem}
 * the second; both on the render thread. Times are those of the runtime's clock, in nanoseconds.
 */
public final class Sight {
    private boolean open;
    private boolean wanted;
    private boolean known;
    private boolean moved;
    private int x;
    private int y;
    private int desktopX;
    private int desktopY;
    private long seenNanos;
    private long restNanos;
    private long nextNanos;

    /** Closed: a window that tells of no pointer. */
    public Sight() {}

    /** Whether the window looks when it is asked to: not while it is hidden, and not if it cannot. */
    public void setOpen(boolean open) {
        this.open = open;
        forget();
    }

    /** Whether the window is to look where the pointer is, before the step of that time. */
    public boolean isDue(long nowNanos) {
        return open && wanted && (!known || nowNanos >= nextNanos);
    }

    /**
     * The pointer is there. Its place on the desktop tells whether it moved: in a window that moves it always seems to.
     *
     * @param inWindowX in window pixels; may lie outside
     * @param inWindowY in window pixels; may lie outside
     */
    public void pointerAt(int inWindowX, int inWindowY, int onDesktopX, int onDesktopY, long nowNanos) {
        boolean elsewhere = onDesktopX != desktopX || onDesktopY != desktopY;
        if (!known || elsewhere) {
            restNanos = nowNanos;
        }
        moved |= known && elsewhere;
        known = true;
        seenNanos = nowNanos;
        x = inWindowX;
        y = inWindowY;
        desktopX = onDesktopX;
        desktopY = onDesktopY;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether the pointer has moved since it was first looked for. */
    boolean moved() {
        return moved;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /** Since when the pointer has been where it is, as far as anybody looked. */
    long restNanos() {
        return restNanos;
    }

    /** Asks for a look that long after the last one. */
    void want(long pauseNanos) {
        wanted = true;
        nextNanos = known ? seenNanos + pauseNanos : Long.MIN_VALUE;
    }

    /** When the next look is due. */
    long nextNanos() {
        return nextNanos;
    }

    /** Asks for no look; where the pointer goes meanwhile says nothing later. */
    void forget() {
        wanted = false;
        known = false;
        moved = false;
    }
}
