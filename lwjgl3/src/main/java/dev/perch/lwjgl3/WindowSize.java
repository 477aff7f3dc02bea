package dev.perch.lwjgl3;

/**
 * The size of a window.
 *
 * @param width in physical pixels, at least 1
 * @param height in physical pixels, at least 1
 */
public record WindowSize(int width, int height) {}
