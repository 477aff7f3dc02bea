package dev.perch.runtime;

import dev.perch.activity.ActivityTuning;
import dev.perch.anim.PlaybackPolicy;

/**
 * The user's settings of the companion.
 *
 * @param playback how a state is played
 * @param reducedMotion whether pets hold still poses
 * @param petWidth how wide a pet is shown, in logical pixels, {@value #LEAST_WIDTH} to {@value #MOST_WIDTH}
 * @param darkTheme whether bubbles are dark
 * @param tuning the numbers of the activity board
 * @param gaze whether an idle pet may look at the pointer
 */
public record RuntimeConfig(
        PlaybackPolicy playback,
        boolean reducedMotion,
        int petWidth,
        boolean darkTheme,
        ActivityTuning tuning,
        boolean gaze) {
    /** The smallest pet that Codex shows. */
    public static final int LEAST_WIDTH = 80;

    /** The largest pet that Codex shows. */
    public static final int MOST_WIDTH = 224;

    /** Codex's own default width of 112, its playback rule, full motion, a light bubble, and a pet that looks around. */
    public static final RuntimeConfig DEFAULT =
            new RuntimeConfig(PlaybackPolicy.DEFAULT, false, 112, false, ActivityTuning.DEFAULT, true);

    /** @throws IllegalArgumentException when the width is outside its range */
    public RuntimeConfig {
        if (petWidth < LEAST_WIDTH || petWidth > MOST_WIDTH) {
            throw new IllegalArgumentException(
                    "a pet is " + LEAST_WIDTH + " to " + MOST_WIDTH + " pixels wide, not " + petWidth);
        }
    }
}
