/** Pointer events become gestures. */
@NullMarked
package dev.perch.gesture;

import org.jspecify.annotations.NullMarked;
