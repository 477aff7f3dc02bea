package dev.perch.tools;

import dev.perch.model.FullscreenChoice;
import dev.perch.model.Problem;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoopbackDoor;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.settings.Setting;
import dev.perch.settings.Settings;
import dev.perch.settings.SettingsFile;
import dev.perch.settings.SettingsWatch;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The user's settings under the options of this start, followed while the companion runs. */
final class FollowedSettings {
    private final Workbench bench;
    private final List<String> arguments;
    private final SettingsFile file;
    private final SettingsFile.Content first;
    private volatile Settings known;

    /** @param command with the words of this start */
    FollowedSettings(Workbench bench, CommandSpec command, SettingsFile file, SettingsFile.Content first) {
        this.bench = bench;
        arguments = command.root().commandLine().getParseResult().originalArgs();
        this.file = file;
        this.first = first;
        known = first.settings();
    }

    /** What feeds the pet where no option says it. */
    List<String> sources() {
        return known.words(Setting.SOURCES);
    }

    /** On what terms pages may read the status, or null: not at all. */
    LoopbackDoor.@Nullable Terms statusHttp() {
        return known.value(Setting.STATUS_HTTP).equals("off")
                ? null
                : new LoopbackDoor.Terms(
                        (Integer) known.value(Setting.STATUS_HTTP_PORT),
                        known.words(Setting.STATUS_ORIGINS),
                        statusDetail(),
                        known.value(Setting.STATUS_HTTP_HOOKS).equals("on"));
    }

    /** Whether programs that read the status may read what the sessions are about. */
    boolean statusDetail() {
        return known.value(Setting.STATUS_DETAIL).equals("on");
    }

    /** @param look the options, which have the settings as their defaults */
    RuntimeConfig config(LookOptions look) throws ProblemException {
        FullscreenChoice fullscreen =
                FullscreenChoice.valueOf(known.word(Setting.FULLSCREEN).toUpperCase(Locale.ROOT));
        RuntimeConfig config = look.config().withFullscreen(fullscreen);
        return known.value(Setting.GAZE).equals("off") ? config.withGaze(false) : config;
    }

    /** Has the companion follow what may change while it runs, until the watch is closed. */
    SettingsWatch follow(Companion companion) {
        return new SettingsWatch(file, first, companion.clock(), now -> changed(now, companion));
    }

    private void changed(SettingsFile.Content now, Companion companion) {
        now.problems().forEach(bench::note);
        if (!now.sound()) {
            return;
        }
        List<Setting> changes = known.changes(now.settings());
        known = now.settings();
        try {
            companion.wish(config(reread()).wishes());
        } catch (ProblemException wrong) {
            bench.note(Problem.warning(file.path().toString(), String.valueOf(wrong.getMessage()), "correct it"));
            return;
        }
        for (Setting setting : changes) {
            if (!setting.isLive()) {
                bench.note(Problem.warning(
                        file.path().toString(),
                        setting.key() + " has changed, which a running pet does not follow",
                        "perch quit and start it again"));
            }
        }
    }

    /** The same words with other defaults: an option that was given still wins. */
    private LookOptions reread() {
        LookOptions look = new LookOptions();
        new CommandLine(look)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUnmatchedArgumentsAllowed(true)
                .setDefaultValueProvider(new SettingsDefaults(() -> known))
                .parseArgs(arguments.toArray(String[]::new));
        return look;
    }
}
