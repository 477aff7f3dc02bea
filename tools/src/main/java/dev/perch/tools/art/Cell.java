package dev.perch.tools.art;

/**
 * A finished picture: straight (non-premultiplied) ARGB, row-major, origin top-left.
 *
 * @param width  pixels across
 * @param height pixels down
 * @param argb   {@code width * height} pixels as {@code 0xAARRGGBB}
 */
public record Cell(int width, int height, int[] argb) {}
