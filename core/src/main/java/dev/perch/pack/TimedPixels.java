package dev.perch.pack;

/**
 * One picture of an animation.
 *
 * @param pixels the whole picture, straight alpha
 * @param millis for how long it is shown; 0 for a still
 */
public record TimedPixels(Pixels pixels, int millis) {}
