package dev.perch.lwjgl3;

/** Where the pointer is, in pixels of the window and of the desktop. Filled anew with every question. */
final class PointerPlace {
    int x;
    int y;
    int screenX;
    int screenY;

    /** Whether a Ctrl key was held down. */
    boolean control;

    /** Whether a button of it was held down. */
    boolean pressed;
}
