package dev.perch.gesture;

import dev.perch.model.KeyStroke;
import java.nio.file.Path;
import java.util.List;

/** What the user did to the pet. */
public sealed interface Gesture {
    /** The pointer came over the pet's ink. */
    record HoverStarted() implements Gesture {}

    /** The pointer has been on the pet's ink for a while. */
    record HoverStayed() implements Gesture {}

    /** The pointer left the pet's ink. */
    record HoverEnded() implements Gesture {}

    /** The pet was pressed and let go in place, and no second press followed where one was waited for. */
    record Click(int button) implements Gesture {}

    /** The pet was pressed and let go twice in place. */
    record DoubleClick() implements Gesture {}

    /** The user asks what there is to do: the right button, let go in place. */
    record ContextMenu() implements Gesture {}

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

    /** The drag ended in a swing: it comes after its {@link Dropped}. */
    record Thrown() implements Gesture {}

    /** Files or a text were let go over the pet. */
    record Given(List<Path> files, String text) implements Gesture {}

    /** A key, while the pet had the keyboard. */
    record Key(KeyStroke stroke) implements Gesture {}
}
