package dev.perch.gesture;

import dev.perch.model.KeyStroke.Modifier;
import java.util.Set;

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
 * @param modifiers keys that were held down
 */
public record PointerEvent(
        Kind kind, int x, int y, int screenX, int screenY, int button, long nanos, Set<Modifier> modifiers) {
    /** The left button. */
    public static final int LEFT = 0;

    /** The right button. */
    public static final int RIGHT = 1;

    /** The kinds of pointer events. */
    public enum Kind {
        MOVE,
        DOWN,
        UP,
        /** The pointer left the window. */
        EXIT
    }

    /** An event with no key held down. */
    public PointerEvent(Kind kind, int x, int y, int screenX, int screenY, int button, long nanos) {
        this(kind, x, y, screenX, screenY, button, nanos, Set.of());
    }
}
