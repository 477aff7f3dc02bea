package dev.perch.gesture;

import org.jspecify.annotations.Nullable;

/**
 * Pointer events in, gestures out: a state machine with no clock of its own. Made for one pet; render thread only.
 */
public final class GestureRecognizer {
    /** How far the pointer must go before a press is a drag, in desktop pixels at scale 1 (hlky's app mod uses 4). */
    public static final int DRAG_THRESHOLD = 4;

    private static final int LEFT_BUTTON = 0;

    private final int threshold;
    private @Nullable PointerEvent press;
    private boolean dragging;
    private boolean hovering;
    private int turn;
    private int turnX;

    /** A recogniser for a display of that content scale. */
    public GestureRecognizer(float contentScale) {
        threshold = Math.max(1, Math.round(DRAG_THRESHOLD * contentScale));
    }

    /**
     * Takes in an event.
     *
     * @param solid whether it lies on the pet's ink
     * @return what it amounts to, or null for nothing yet
     */
    public @Nullable Gesture accept(PointerEvent event, boolean solid) {
        return switch (event.kind()) {
            case DOWN -> pressed(event, solid);
            case UP -> released(event);
            case MOVE -> press == null ? hovered(solid) : moved(press, event);
            case EXIT -> press == null ? hovered(false) : null;
        };
    }

    private @Nullable Gesture pressed(PointerEvent event, boolean solid) {
        if (solid && press == null) {
            press = event;
            dragging = false;
            turn = 0;
            turnX = event.screenX();
        }
        return null;
    }

    private @Nullable Gesture released(PointerEvent event) {
        if (press == null || press.button() != event.button()) {
            return null;
        }
        press = null;
        if (dragging) {
            dragging = false;
            return new Gesture.Dropped();
        }
        return new Gesture.Click(event.button());
    }

    private @Nullable Gesture moved(PointerEvent grab, PointerEvent event) {
        int dx = event.screenX() - grab.screenX();
        int dy = event.screenY() - grab.screenY();
        boolean far = Math.max(Math.abs(dx), Math.abs(dy)) >= threshold;
        if (grab.button() != LEFT_BUTTON || !(dragging || far)) {
            return null;
        }
        dragging = true;
        int sideways = event.screenX() - turnX;
        if (Math.abs(sideways) >= threshold) {
            turn = Integer.signum(sideways);
            turnX = event.screenX();
        }
        return new Gesture.Dragged(dx, dy, turn);
    }

    private @Nullable Gesture hovered(boolean solid) {
        if (solid == hovering) {
            return null;
        }
        hovering = solid;
        return solid ? new Gesture.HoverStarted() : new Gesture.HoverEnded();
    }
}
