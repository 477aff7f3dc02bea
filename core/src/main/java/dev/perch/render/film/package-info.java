/** Writes pictures and moving pictures to files, without AWT and without native code. */
@NullMarked
package dev.perch.render.film;

import org.jspecify.annotations.NullMarked;
