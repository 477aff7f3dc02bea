package dev.perch.ecs;

import dev.perch.model.MotionChoice;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.ThemeChoice;

/**
 * What the user wishes of the look of pets and bubbles: what may change while they are on show.
 *
 * @param theme the colours of bubbles
 * @param motion whether motion is reduced
 * @param playback how a state is played
 */
public record Wishes(ThemeChoice theme, MotionChoice motion, PlaybackPolicy playback) {}
