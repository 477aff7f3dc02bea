/** How the desktop wants programs to look, asked from each platform: on Linux over D-Bus. */
@NullMarked
package dev.perch.lwjgl3.look;

import org.jspecify.annotations.NullMarked;
