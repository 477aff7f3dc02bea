package dev.perch.library;

/** What a key asks of the picker. */
public enum PickerKey {
    LEFT,
    RIGHT,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    FIRST,
    LAST,
    /** Choose the selected pet. */
    CHOOSE,
    /** Make the selected pet a favourite, or one no more. */
    FAVOURITE,
    /** Leave all as it is. */
    CLOSE
}
