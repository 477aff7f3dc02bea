package dev.perch.render;

import org.jspecify.annotations.Nullable;

/**
 * A rasterised character.
 *
 * @param patch its picture, null for one without ink
 * @param right pixels from the pen to its left edge
 * @param up pixels from the baseline to its top edge
 * @param coloured whether its picture has colours of its own
 */
record Glyph(@Nullable Patch patch, int right, int up, boolean coloured) {}
