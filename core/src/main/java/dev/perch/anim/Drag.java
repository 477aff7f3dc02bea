package dev.perch.anim;

/** Which way the user drags the pet. */
public enum Drag {
    NONE,
    LEFT,
    RIGHT
}
