package dev.perch.render;

import org.jspecify.annotations.Nullable;

/**
 * One design in the weights that bubbles use.
 *
 * @param regular for running text
 * @param strong for titles; null: the regular one is thickened
 */
public record FontFamily(FontFile regular, @Nullable FontFile strong) {}
