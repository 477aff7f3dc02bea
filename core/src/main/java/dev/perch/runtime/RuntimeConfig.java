package dev.perch.runtime;

import dev.perch.activity.ActivityTuning;
import dev.perch.anim.PlaybackPolicy;
import dev.perch.model.MotionChoice;
import dev.perch.model.QuietLevel;
import dev.perch.model.ThemeChoice;

/**
 * The user's settings of the companion.
 *
 * @param playback how a state is played
 * @param reducedMotion whether pets hold still poses, each state told by a badge
 * @param petWidth how wide a pet is shown, in logical pixels, {@value #LEAST_WIDTH} to {@value #MOST_WIDTH}
 * @param theme the colours of bubbles
 * @param quiet how much of what an agent says may be read
 * @param tuning the numbers of the activity board
 */
public record RuntimeConfig(
        PlaybackPolicy playback,
        MotionChoice reducedMotion,
        int petWidth,
        ThemeChoice theme,
        QuietLevel quiet,
        ActivityTuning tuning) {
    /** The smallest pet that Codex shows. */
    public static final int LEAST_WIDTH = 80;

    /** The largest pet that Codex shows. */
    public static final int MOST_WIDTH = 224;

    /** Codex's own default width of 112, its playback rule, motion and colours as on the desktop. */
    public static final RuntimeConfig DEFAULT = new RuntimeConfig(
            PlaybackPolicy.DEFAULT,
            MotionChoice.SYSTEM,
            112,
            ThemeChoice.SYSTEM,
            QuietLevel.FULL,
            ActivityTuning.DEFAULT);

    /** @throws IllegalArgumentException when the width is outside its range */
    public RuntimeConfig {
        if (petWidth < LEAST_WIDTH || petWidth > MOST_WIDTH) {
            throw new IllegalArgumentException(
                    "a pet is " + LEAST_WIDTH + " to " + MOST_WIDTH + " pixels wide, not " + petWidth);
        }
    }
}
