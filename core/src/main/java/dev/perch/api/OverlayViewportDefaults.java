package dev.perch.api;

/**
 * The sizes that a layout begins with, in logical pixels.
 *
 * @param petWidth how wide a pet is, 80 to 224
 * @param trayWidth how wide a bubble is at most
 * @param edge how far all stays from the edge of the work area
 */
public record OverlayViewportDefaults(int petWidth, int trayWidth, int edge) {}
