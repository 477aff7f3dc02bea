package dev.perch.ecs;

/** A window: where it is to be on the desktop, and how large. Desktop pixels from the top left. */
public final class Stage {
    public final int width;
    public final int height;

    /** Physical pixels for one logical pixel. */
    public final float contentScale;

    public int x;
    public int y;

    /** A window of that size, at the origin of the desktop. */
    public Stage(int width, int height, float contentScale) {
        this.width = width;
        this.height = height;
        this.contentScale = contentScale;
    }
}
