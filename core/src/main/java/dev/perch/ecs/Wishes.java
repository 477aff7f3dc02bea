package dev.perch.ecs;

import dev.perch.model.FullscreenChoice;
import dev.perch.model.MotionChoice;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.QuietLevel;
import dev.perch.model.ThemeChoice;

/**
 * What the user wishes of pets and bubbles: what may change while they are on show.
 *
 * @param theme the colours of bubbles
 * @param motion whether motion is reduced
 * @param playback how a state is played
 * @param petWidth how wide a pet is shown, in logical pixels
 * @param gaze whether an idle pet may look at the pointer
 * @param quiet how much of what an agent says may be read
 * @param fullscreen what a pet does while another window fills its screen
 */
public record Wishes(
        ThemeChoice theme,
        MotionChoice motion,
        PlaybackPolicy playback,
        int petWidth,
        boolean gaze,
        QuietLevel quiet,
        FullscreenChoice fullscreen) {}
