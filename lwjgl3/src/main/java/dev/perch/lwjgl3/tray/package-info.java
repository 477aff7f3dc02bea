/** An icon in the desktop's tray, with the context menu's entries. Linux alone, by StatusNotifierItem over D-Bus. */
@NullMarked
package dev.perch.lwjgl3.tray;

import org.jspecify.annotations.NullMarked;
