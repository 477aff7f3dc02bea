package dev.perch.gesture;

/**
 * What the pointer did.
 *
 * @param kind what happened
 * @param x in window pixels from the left
 * @param y in window pixels from the top
 * @param screenX the same in desktop pixels, which a moving window does not shift
 * @param screenY the same in desktop pixels
 * @param button 0 left, 1 right, 2 middle; -1 when no button is meant
 * @param nanos when
 */
public record PointerEvent(Kind kind, int x, int y, int screenX, int screenY, int button, long nanos) {
    /** The kinds of pointer events. */
    public enum Kind {
        MOVE,
        DOWN,
        UP,
        /** The pointer left the window. */
        EXIT
    }
}
