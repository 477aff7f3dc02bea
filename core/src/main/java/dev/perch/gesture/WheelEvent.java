package dev.perch.gesture;

/**
 * The wheel was turned.
 *
 * @param x where the pointer was, in window pixels from the left
 * @param y in window pixels from the top
 * @param notches how far, away from the hand
 */
public record WheelEvent(int x, int y, double notches) {}
