package dev.perch.runtime;

import dev.perch.model.Mood;
import dev.perch.model.SessionProjection;
import java.util.List;

/**
 * What a window shows, as of its last step: a value for readers on any thread.
 *
 * @param pet the name of the pet, empty before there is one
 * @param mood what it is told to be
 * @param overall what it were told to be if it told of all sessions
 * @param sessions all that are known, in the order of their arrival
 * @param x left edge of the window, in desktop pixels
 * @param y top edge of the window, in desktop pixels
 * @param width of the window
 * @param height of the window
 */
public record OnShow(
        String pet, Mood mood, Mood overall, List<SessionProjection> sessions, int x, int y, int width, int height) {
    /** Before the first step. */
    static final OnShow NOTHING = new OnShow("", Mood.calm(0), Mood.calm(0), List.of(), 0, 0, 0, 0);
}
