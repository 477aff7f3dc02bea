package dev.perch.gesture;

/** What the user did to the pet. */
public sealed interface Gesture {
    /** The pointer came over the pet's ink. */
    record HoverStarted() implements Gesture {}

    /** The pointer left the pet's ink. */
    record HoverEnded() implements Gesture {}

    /** The pet was pressed and let go in place. */
    record Click(int button) implements Gesture {}

    /**
     * The pet is being dragged.
     *
     * @param dx how far from where it was grabbed, in desktop pixels to the right
     * @param dy the same, down
     * @param turn which way it last moved by the threshold: -1 left, 1 right, 0 neither yet
     */
    record Dragged(int dx, int dy, int turn) implements Gesture {}

    /** The drag is over. Never a click. */
    record Dropped() implements Gesture {}
}
