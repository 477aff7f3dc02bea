package dev.perch.gesture;

import dev.perch.model.KeyStroke.Modifier;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pointer events in, gestures out: a state machine with no clock of its own, so that the same events give the same gestures
 * however often it is asked. One for a window, whichever of its pets is meant; render thread only.
 */
public final class GestureRecognizer {
    /** How far the pointer must go before a press is a drag, in logical pixels (hlky's app mod uses 4). */
    public static final int DRAG_THRESHOLD = 4;

    /** From press to press; GTK's default. */
    public static final long DOUBLE_NANOS = 400_000_000L;

    /** How far apart the two presses of a double-click may be, in logical pixels; GTK's default. */
    public static final int DOUBLE_DISTANCE = 5;

    /** So long on the ink is a stay. */
    public static final long STAY_NANOS = 400_000_000L;

    /** A hand that is slower than this, in logical pixels a second, puts the pet down. */
    public static final double THROW_SPEED = 400;

    private final Consumer<Act> out;
    private final PointerTrail trail = new PointerTrail();
    private float scale = 1;

    private @Nullable PointerEvent press;
    private Hit pressed = Hit.NOBODY;
    private boolean second;
    private boolean dragging;
    private boolean keyed;
    private int turn;
    private int turnX;

    private @Nullable PointerEvent waiting;
    private Hit waitingOn = Hit.NOBODY;
    private long waitingInput;

    private int hovered = Hit.NOBODY.pet();
    private long stayAt = Long.MAX_VALUE;
    private @Nullable PointerEvent lastMove;

    /** A recogniser at scale 1 that tells of gestures there. */
    public GestureRecognizer(Consumer<Act> out) {
        this.out = out;
    }

    /** The display has that many physical pixels for a logical one. */
    public void setScale(float contentScale) {
        scale = contentScale;
    }

    /** Takes in an event and what lies under it; what is due before it comes first. */
    public void accept(PointerEvent event, Hit hit) {
        tick(event.nanos());
        switch (event.kind()) {
            case DOWN -> pressed(event, hit);
            case UP -> released(event);
            case MOVE -> {
                lastMove = event;
                if (press == null) {
                    hover(event, hit.pet());
                } else {
                    moved(press, event);
                }
            }
            case EXIT -> {
                if (press == null) {
                    hover(event, Hit.NOBODY.pet());
                }
            }
        }
    }

    /** A key was pressed: a button that is held down was pressed for that, and its release is no click. */
    public void keyPressed() {
        keyed = press != null;
    }

    /** The pet on which a button is held down, or that of {@link Hit#NOBODY}. */
    public int held() {
        return press == null ? Hit.NOBODY.pet() : pressed.pet();
    }

    /** Tells of what is due by that time. */
    public void tick(long nowNanos) {
        PointerEvent click = waiting;
        if (click != null && press == null && nowNanos >= click.nanos() + DOUBLE_NANOS) {
            endWaiting(click.nanos() + DOUBLE_NANOS);
        }
        PointerEvent move = lastMove;
        if (nowNanos >= stayAt && move != null) {
            long at = stayAt;
            stayAt = Long.MAX_VALUE;
            tell(new Gesture.HoverStayed(), hovered, at, move.nanos(), move);
        }
    }

    /** When something is due though nothing happens; {@link Long#MAX_VALUE}: never. */
    public long nextNanos() {
        PointerEvent click = waiting;
        long waits = click == null || press != null ? Long.MAX_VALUE : click.nanos() + DOUBLE_NANOS;
        return Math.min(waits, stayAt);
    }

    private void pressed(PointerEvent event, Hit hit) {
        if (press != null) {
            return;
        }
        PointerEvent first = waiting;
        second = first != null
                && event.button() == PointerEvent.LEFT
                && hit.pet() == waitingOn.pet()
                && far(first, event) <= Math.round(DOUBLE_DISTANCE * scale);
        if (first != null && !second) {
            endWaiting(event.nanos());
        }
        if (hit.solid()) {
            press = event;
            pressed = hit;
            dragging = false;
            keyed = false;
            turn = 0;
            turnX = event.screenX();
            stayAt = Long.MAX_VALUE;
            trail.clear();
            follow(event);
        }
    }

    private void follow(PointerEvent event) {
        trail.add(event.screenX(), event.screenY(), event.nanos());
    }

    private void released(PointerEvent event) {
        PointerEvent grab = press;
        if (grab == null || grab.button() != event.button()) {
            return;
        }
        press = null;
        if (dragging) {
            dragging = false;
            follow(event);
            boolean thrown = trail.speed(event.nanos()) >= THROW_SPEED * scale;
            tell(new Gesture.Dropped(), pressed.pet(), event.nanos(), event.nanos(), grab);
            if (thrown) {
                tell(new Gesture.Thrown(), pressed.pet(), event.nanos(), event.nanos(), grab);
            }
        } else if (keyed) {
            endWaiting(event.nanos());
        } else if (event.button() == PointerEvent.RIGHT) {
            tell(new Gesture.ContextMenu(), pressed.pet(), event.nanos(), event.nanos(), grab);
        } else if (second) {
            waiting = null;
            tell(new Gesture.DoubleClick(), pressed.pet(), event.nanos(), event.nanos(), grab);
        } else if (pressed.waits() && event.button() == PointerEvent.LEFT) {
            waiting = grab;
            waitingOn = pressed;
            waitingInput = event.nanos();
            tick(event.nanos());
        } else {
            tell(new Gesture.Click(event.button()), pressed.pet(), event.nanos(), event.nanos(), grab);
        }
    }

    /** No second press came: it was a click after all. */
    private void endWaiting(long nanos) {
        PointerEvent click = waiting;
        waiting = null;
        if (click != null) {
            long at = Math.max(nanos, waitingInput);
            tell(new Gesture.Click(click.button()), waitingOn.pet(), at, waitingInput, click);
        }
    }

    private void moved(PointerEvent grab, PointerEvent event) {
        int dx = event.screenX() - grab.screenX();
        int dy = event.screenY() - grab.screenY();
        int threshold = Math.max(1, Math.round(DRAG_THRESHOLD * scale));
        follow(event);
        if (grab.button() != PointerEvent.LEFT || !(dragging || far(grab, event) >= threshold)) {
            return;
        }
        if (!dragging && second) {
            endWaiting(event.nanos());
            second = false;
        }
        dragging = true;
        int sideways = event.screenX() - turnX;
        if (Math.abs(sideways) >= threshold) {
            turn = Integer.signum(sideways);
            turnX = event.screenX();
        }
        tell(new Gesture.Dragged(dx, dy, turn), pressed.pet(), event.nanos(), event.nanos(), grab);
    }

    private static int far(PointerEvent from, PointerEvent to) {
        return Math.max(Math.abs(to.screenX() - from.screenX()), Math.abs(to.screenY() - from.screenY()));
    }

    private void hover(PointerEvent event, int pet) {
        if (pet == hovered) {
            return;
        }
        int before = hovered;
        hovered = pet;
        stayAt = pet < 0 ? Long.MAX_VALUE : event.nanos() + STAY_NANOS;
        if (before >= 0) {
            tell(new Gesture.HoverEnded(), before, event.nanos(), event.nanos(), event);
        }
        if (pet >= 0) {
            tell(new Gesture.HoverStarted(), pet, event.nanos(), event.nanos(), event);
        }
    }

    private void tell(Gesture gesture, int pet, long nanos, long inputNanos, PointerEvent at) {
        Set<Modifier> held = at.modifiers();
        out.accept(new Act(gesture, pet, nanos, inputNanos, at.x(), at.y(), held));
    }
}
