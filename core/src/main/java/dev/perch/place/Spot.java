package dev.perch.place;

/**
 * A point of the desktop.
 *
 * @param x in desktop pixels, may be negative
 * @param y in desktop pixels, may be negative
 */
public record Spot(int x, int y) {}
