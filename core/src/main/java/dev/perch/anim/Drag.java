package dev.perch.anim;

/** Which way the user drags the pet; up and down only for pets that say what they do then. */
public enum Drag {
    NONE,
    LEFT,
    RIGHT,
    UP,
    DOWN
}
