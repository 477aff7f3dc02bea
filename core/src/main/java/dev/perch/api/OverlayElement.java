package dev.perch.api;

/**
 * Something on the screen that has a size and wants a place.
 *
 * @param width in desktop pixels
 * @param height in desktop pixels
 */
public record OverlayElement(int width, int height) {}
