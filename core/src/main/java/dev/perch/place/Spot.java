package dev.perch.place;

/**
 * A place of a window's top left corner.
 *
 * @param x in desktop pixels
 * @param y in desktop pixels
 */
public record Spot(int x, int y) {}
