package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;

/**
 * One picture of an author.
 *
 * @param name what problems call it: file, or file and number
 * @param pixels straight alpha, on the author's canvas
 * @param millis for how long it is shown; 0 where the input does not say
 */
public record ArtFrame(String name, Pixels pixels, int millis) {}
