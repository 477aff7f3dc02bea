/** The D-Bus session bus of a Linux desktop, as far as Perch speaks it. */
@NullMarked
package dev.perch.lwjgl3.bus;

import org.jspecify.annotations.NullMarked;
