package dev.perch.anim;

import dev.perch.model.PetAnimationState;
import java.util.concurrent.TimeUnit;

/**
 * When a pet looks at the pointer, and how often somebody has to see where that is. Pure: times are durations in nanoseconds,
 * distances logical pixels.
 *
 * @param reach how far off the pointer may be
 * @param lingerMillis for how long after its last movement the pet looks at it
 * @param quickestMillis between two looks at a pointer that moves
 * @param slowestMillis between two looks at one that has rested for long
 */
public record GazePolicy(int reach, int lingerMillis, int quickestMillis, int slowestMillis) {
    /**
     * 480 px, 1.4 s and 10 looks a second are what CodexPlusPlus #1455 ships for the same sheets. One look a second at a resting
     * pointer costs next to nothing, and a pet that is a second late after minutes of rest is not noticed.
     */
    public static final GazePolicy DEFAULT = new GazePolicy(480, 1400, 100, 1000);

    /** A look is due after this part of the time that the pointer has rested: 5 s of rest, and looks are a second apart. */
    private static final int REST_PER_PAUSE = 5;

    /** @throws IllegalArgumentException when a number is below 1, or the slowest quicker than the quickest */
    public GazePolicy {
        if (reach < 1 || lingerMillis < 1 || quickestMillis < 1 || slowestMillis < quickestMillis) {
            throw new IllegalArgumentException(
                    "gaze: " + reach + " px, " + lingerMillis + ", " + quickestMillis + ", " + slowestMillis + " ms");
        }
    }

    /**
     * Whether the pet may look around at all: only while it is idle and left alone, as in Codex's own app, and not with reduced
     * motion, since a head that follows the pointer is motion that nobody asked for.
     */
    public boolean applies(PetAnimationState state, PetSituation situation) {
        return state.equals(PetAnimationState.IDLE)
                && situation.drag() == Drag.NONE
                && situation.gesture() == null
                && !situation.reducedMotion();
    }

    /** Whether a pointer that far off, at rest for that long, is looked at. */
    public boolean looksAt(double dx, double dy, long restedNanos) {
        return restedNanos < lingerNanos() && Math.hypot(dx, dy) <= reach;
    }

    /** How long until somebody should see where the pointer is now. */
    public long pauseNanos(long restedNanos) {
        long pause = TimeUnit.NANOSECONDS.toMillis(restedNanos) / REST_PER_PAUSE;
        return TimeUnit.MILLISECONDS.toNanos(Math.max(quickestMillis, Math.min(slowestMillis, pause)));
    }

    /** For how long after its last movement the pet looks at the pointer. */
    public long lingerNanos() {
        return TimeUnit.MILLISECONDS.toNanos(lingerMillis);
    }
}
