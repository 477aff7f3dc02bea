/** The choice of the frame: pure functions of one value. */
@NullMarked
package dev.perch.anim;

import org.jspecify.annotations.NullMarked;
