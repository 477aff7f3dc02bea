package dev.perch.lwjgl3;

/**
 * A button of the pointer, not the wheel, was pressed somewhere on the desktop.
 *
 * @param time the window system's, in milliseconds
 * @param screenX where the pointer was right after it, in desktop pixels
 * @param screenY where the pointer was right after it, in desktop pixels
 */
record Press(long time, int screenX, int screenY) {}
