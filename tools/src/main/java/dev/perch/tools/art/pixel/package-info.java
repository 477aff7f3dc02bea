/** Pixel art: a small palette-indexed canvas and the pet drawn on it. */
@NullMarked
package dev.perch.tools.art.pixel;

import org.jspecify.annotations.NullMarked;
