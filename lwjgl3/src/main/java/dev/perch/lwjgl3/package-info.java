/** The desktop: a window for the pet, its pointer, and what the window system is told. */
@NullMarked
package dev.perch.lwjgl3;

import org.jspecify.annotations.NullMarked;
