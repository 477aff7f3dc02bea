package dev.perch.anim;

/**
 * How a sprite departs from its place at rest. First scaled about the feet, then turned about the pivot, then moved. One
 * object, written anew with every step.
 */
public final class SpritePose {
    /** To the right, in logical pixels. */
    public double offsetX;

    /** Down, in logical pixels. */
    public double offsetY;

    /** Width as a part of that at rest. */
    public double scaleX = 1;

    /** Height as a part of that at rest. */
    public double scaleY = 1;

    /** Turned clockwise. */
    public double degrees;

    /** The point it turns about, as a part of the cell's width from its left. */
    public double pivotX = 0.5;

    /** The point it turns about, as a part of the cell's height from its top. */
    public double pivotY = 1;

    /** Puts it to rest; the pivot stays. */
    public void rest() {
        offsetX = 0;
        offsetY = 0;
        scaleX = 1;
        scaleY = 1;
        degrees = 0;
    }

    /** Whether it is exactly where it is at rest. */
    public boolean isRest() {
        return offsetX == 0 && offsetY == 0 && scaleX == 1 && scaleY == 1 && degrees == 0;
    }
}
