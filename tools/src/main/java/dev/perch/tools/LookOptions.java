package dev.perch.tools;

import dev.perch.activity.ActivityTuning;
import dev.perch.anim.PlaybackPolicy;
import dev.perch.anim.PlaybackPolicy.Settle;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import picocli.CommandLine.Option;

/** How the pet looks and moves. */
final class LookOptions {
    /** Light or dark bubbles. */
    enum Theme {
        LIGHT,
        DARK
    }

    @Option(
            names = "--width",
            paramLabel = "PX",
            defaultValue = "112",
            description = "How wide the pet is, in logical pixels from 80 to 224 (default: ${DEFAULT-VALUE}).")
    private int width = RuntimeConfig.DEFAULT.petWidth();

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "light",
            description = "The bubble's colours: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Theme theme = Theme.LIGHT;

    @Option(
            names = "--settle",
            paramLabel = "RULE",
            defaultValue = "codex",
            description = {
                "What a state does after its animation played three times: codex (breathe slowly) or while_active"
                        + " (go on) (default: ${DEFAULT-VALUE})."
            })
    private Settle settle = Settle.CODEX;

    @Option(
            names = "--idle-slowdown",
            paramLabel = "N",
            defaultValue = "6",
            description = "How much slower than drawn the pet breathes (default: ${DEFAULT-VALUE}, as in Codex).")
    private int idleSlowdown = PlaybackPolicy.DEFAULT.idleSlowdown();

    @Option(names = "--reduced-motion", description = "Still poses, one for each state.")
    private boolean reducedMotion;

    @Option(names = "--no-gaze", negatable = true, description = "The idle pet does not look at the pointer.")
    private boolean gaze = true;

    RuntimeConfig config() throws ProblemException {
        try {
            PlaybackPolicy playback = new PlaybackPolicy(settle, PlaybackPolicy.DEFAULT.passes(), idleSlowdown);
            return new RuntimeConfig(playback, reducedMotion, width, theme == Theme.DARK, ActivityTuning.DEFAULT, gaze);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.error("options", String.valueOf(e.getMessage()), "give a number in that range"));
        }
    }
}
