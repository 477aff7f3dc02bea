package dev.perch.gesture;

import dev.perch.model.KeyStroke.Modifier;
import java.util.Set;

/**
 * A gesture with its pet, place and time.
 *
 * @param pet which one of the window's pets, as it was hit
 * @param nanos when it became a gesture
 * @param inputNanos when the user did the last thing that it is made of
 * @param x where it began, in window pixels
 * @param y where it began, in window pixels
 * @param modifiers keys that were held down
 */
public record Act(Gesture gesture, int pet, long nanos, long inputNanos, int x, int y, Set<Modifier> modifiers) {}
