package dev.perch.runtime;

import dev.perch.activity.ActivityTuning;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Wishes;
import dev.perch.model.FullscreenChoice;
import dev.perch.model.MotionChoice;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.QuietLevel;
import dev.perch.model.ThemeChoice;

/**
 * The user's settings of the companion.
 *
 * @param playback how a state is played
 * @param reducedMotion whether pets hold still poses, each state told by a badge
 * @param petWidth how wide a pet is shown, in logical pixels, {@value #LEAST_WIDTH} to {@value #MOST_WIDTH}
 * @param theme the colours of bubbles
 * @param tuning the numbers of the activity board
 * @param gaze whether an idle pet may look at the pointer
 * @param quiet how much of what an agent says may be read
 * @param fullscreen what a pet does while another window fills its screen
 */
public record RuntimeConfig(
        PlaybackPolicy playback,
        MotionChoice reducedMotion,
        int petWidth,
        ThemeChoice theme,
        ActivityTuning tuning,
        boolean gaze,
        QuietLevel quiet,
        FullscreenChoice fullscreen) {
    /** The smallest pet that Codex shows. */
    public static final int LEAST_WIDTH = 80;

    /** The largest pet that Codex shows. */
    public static final int MOST_WIDTH = 224;

    /** Codex's own width of 112 and its playback rule, motion and colours as on the desktop, a pet that looks around. */
    public static final RuntimeConfig DEFAULT = new RuntimeConfig(
            PlaybackPolicy.DEFAULT,
            MotionChoice.SYSTEM,
            Stage.SIZES.petWidth(),
            ThemeChoice.SYSTEM,
            ActivityTuning.DEFAULT,
            true,
            QuietLevel.FULL,
            FullscreenChoice.HIDE);

    /** @throws IllegalArgumentException when the width is outside its range */
    public RuntimeConfig {
        if (petWidth < LEAST_WIDTH || petWidth > MOST_WIDTH) {
            throw new IllegalArgumentException(
                    "a pet is " + LEAST_WIDTH + " to " + MOST_WIDTH + " pixels wide, not " + petWidth);
        }
    }

    /** That width, or the nearest one that a pet may have. */
    public static int inRange(long petWidth) {
        return (int) Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, petWidth));
    }

    /** What of it may change while pets are on show. */
    public Wishes wishes() {
        return new Wishes(theme, reducedMotion, playback, petWidth, gaze, quiet, fullscreen);
    }

    /** The same, played so. */
    public RuntimeConfig withPlayback(PlaybackPolicy policy) {
        return new RuntimeConfig(policy, reducedMotion, petWidth, theme, tuning, gaze, quiet, fullscreen);
    }

    /** The same, with that motion. */
    public RuntimeConfig withReducedMotion(MotionChoice choice) {
        return new RuntimeConfig(playback, choice, petWidth, theme, tuning, gaze, quiet, fullscreen);
    }

    /** The same, with a gaze or none. */
    public RuntimeConfig withGaze(boolean looks) {
        return new RuntimeConfig(playback, reducedMotion, petWidth, theme, tuning, looks, quiet, fullscreen);
    }

    /** The same, with those colours. */
    public RuntimeConfig withTheme(ThemeChoice choice) {
        return new RuntimeConfig(playback, reducedMotion, petWidth, choice, tuning, gaze, quiet, fullscreen);
    }

    /** The same, with so much to be read. */
    public RuntimeConfig withQuiet(QuietLevel level) {
        return new RuntimeConfig(playback, reducedMotion, petWidth, theme, tuning, gaze, level, fullscreen);
    }

    /** The same, with that under a window that fills the screen. */
    public RuntimeConfig withFullscreen(FullscreenChoice choice) {
        return new RuntimeConfig(playback, reducedMotion, petWidth, theme, tuning, gaze, quiet, choice);
    }

    /** The same, with pets of that width. */
    public RuntimeConfig withPetWidth(int width) {
        return new RuntimeConfig(playback, reducedMotion, width, theme, tuning, gaze, quiet, fullscreen);
    }
}
