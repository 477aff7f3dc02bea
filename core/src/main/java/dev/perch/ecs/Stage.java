package dev.perch.ecs;

import dev.perch.model.DesktopLook;
import dev.perch.model.PetPackage;

/** A window: where it is to be on the desktop, and how large. Desktop pixels from the top left. */
public final class Stage {
    /** The widest that a bubble's card may be, in logical pixels: about 40 letters a line. */
    public static final int BUBBLE_WIDTH = 264;

    /** Room for the tallest card (two lines of title, three of body, a note) with its shadow and tail, in logical pixels. */
    public static final int BUBBLE_HEIGHT = 168;

    /** Room for a card's shadow on either side, in logical pixels. */
    public static final int SHADOW = 18;

    public final int width;
    public final int height;

    /** Physical pixels for one logical pixel. */
    public final float contentScale;

    /** How the user wants programs on this desktop to look. */
    public DesktopLook desktopLook = DesktopLook.DEFAULT;

    public int x;
    public int y;

    /** A window of that size, at the origin of the desktop. */
    public Stage(int width, int height, float contentScale) {
        this.width = width;
        this.height = height;
        this.contentScale = contentScale;
    }

    /**
     * The window for a pet with a bubble over it.
     *
     * @param petWidth in logical pixels
     */
    public static Stage of(int petWidth, float contentScale) {
        int petHeight = (int) Math.ceil((double) petWidth * PetPackage.CELL_HEIGHT / PetPackage.CELL_WIDTH);
        int width = Math.max(petWidth, BUBBLE_WIDTH + 2 * SHADOW);
        return new Stage(
                (int) Math.ceil(width * contentScale),
                (int) Math.ceil((petHeight + BUBBLE_HEIGHT) * contentScale),
                contentScale);
    }
}
