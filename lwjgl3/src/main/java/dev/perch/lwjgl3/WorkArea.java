package dev.perch.lwjgl3;

/** What a monitor has left for windows beside its panels, in desktop pixels. */
record WorkArea(int x, int y, int width, int height) {
    /** From a point to the nearest point of the area; 0 inside. */
    long squaredDistance(int px, int py) {
        long dx = Math.max(0, Math.max(x - px, px - (x + width - 1)));
        long dy = Math.max(0, Math.max(y - py, py - (y + height - 1)));
        return dx * dx + dy * dy;
    }
}
