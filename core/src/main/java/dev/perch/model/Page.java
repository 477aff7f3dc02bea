package dev.perch.model;

import java.nio.file.Path;

/**
 * A texture page of a sealed pet: a file of {@code width * height * 4} bytes, RGBA, premultiplied, rows from the top.
 *
 * @param width in pixels
 * @param height in pixels
 * @param file written by Perch alone
 */
public record Page(int width, int height, Path file) {}
