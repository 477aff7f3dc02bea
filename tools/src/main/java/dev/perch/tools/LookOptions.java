package dev.perch.tools;

import dev.perch.activity.ActivityTuning;
import dev.perch.model.FullscreenChoice;
import dev.perch.model.MotionChoice;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.PlaybackPolicy.Settle;
import dev.perch.model.Problem;
import dev.perch.model.QuietLevel;
import dev.perch.model.ThemeChoice;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the pet looks and moves. */
final class LookOptions {
    @Option(
            names = "--width",
            paramLabel = "PX",
            description = "How wide the pet is, in logical pixels from 80 to 224 (default: 112, or a plugin's).")
    private @Nullable Integer width;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "system",
            description = {
                "The bubble's colours: system (as the desktop has it), light, dark or high-contrast (default:"
                        + " ${DEFAULT-VALUE})."
            })
    private ThemeChoice theme = ThemeChoice.SYSTEM;

    @Option(
            names = "--settle",
            paramLabel = "RULE",
            defaultValue = "codex",
            description = {
                "What a state does after its animation played three times: codex (breathe slowly) or while-active"
                        + " (go on) (default: ${DEFAULT-VALUE})."
            })
    private Settle settle = Settle.CODEX;

    @Option(
            names = "--idle-slowdown",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "How much slower than drawn the pet breathes, 1 to 60 (default: ${DEFAULT-VALUE}, as in Codex).")
    private int idleSlowdown = PlaybackPolicy.DEFAULT.idleSlowdown();

    @Option(
            names = "--reduced-motion",
            paramLabel = "WHEN",
            arity = "0..1",
            defaultValue = "system",
            fallbackValue = "on",
            description = {
                "Still poses, one for each state: on, off or system (as the desktop has it); without a value: on"
                        + " (default: ${DEFAULT-VALUE})."
            })
    private MotionChoice reducedMotion = MotionChoice.SYSTEM;

    @Option(
            names = "--quiet",
            paramLabel = "LEVEL",
            defaultValue = "full",
            description = {
                "How much of what an agent says may be read: state (Perch's own word for it), title or full (default:"
                        + " ${DEFAULT-VALUE})."
            })
    private QuietLevel quiet = QuietLevel.FULL;

    @Option(names = "--no-gaze", negatable = true, description = "The idle pet does not look at the pointer.")
    private boolean gaze = true;

    RuntimeConfig config() throws ProblemException {
        return config(RuntimeConfig.DEFAULT.petWidth());
    }

    /** @param usualWidth of a pet whose width nobody has set */
    RuntimeConfig config(int usualWidth) throws ProblemException {
        try {
            PlaybackPolicy playback = new PlaybackPolicy(settle, PlaybackPolicy.DEFAULT.passes(), idleSlowdown);
            return new RuntimeConfig(
                    playback,
                    reducedMotion,
                    width == null ? usualWidth : width,
                    theme,
                    ActivityTuning.DEFAULT,
                    gaze,
                    quiet,
                    FullscreenChoice.HIDE);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.error("options", String.valueOf(e.getMessage()), "give a number in that range"));
        }
    }
}
