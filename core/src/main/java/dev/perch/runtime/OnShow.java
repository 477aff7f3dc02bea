package dev.perch.runtime;

import dev.perch.model.Mood;

/**
 * What a window shows, as of its last step: a value for readers on any thread.
 *
 * @param pet the name of the pet, empty before there is one
 * @param mood what it is told to be
 * @param x left edge of the window, in desktop pixels
 * @param y top edge of the window, in desktop pixels
 * @param width of the window
 * @param height of the window
 */
public record OnShow(String pet, Mood mood, int x, int y, int width, int height) {
    /** Before the first step. */
    static final OnShow NOTHING = new OnShow("", Mood.calm(0), 0, 0, 0, 0);
}
