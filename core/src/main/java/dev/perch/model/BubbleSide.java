package dev.perch.model;

/** On which side of a pet its bubble is; the first that has room is taken. */
public enum BubbleSide {
    ABOVE,
    BELOW,
    RIGHT,
    LEFT
}
