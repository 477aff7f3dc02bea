package dev.perch.tools;

import dev.perch.model.FullscreenChoice;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetsChoice;
import dev.perch.model.PlaybackPolicy;
import dev.perch.model.PlaybackPolicy.Settle;
import dev.perch.model.Problem;
import dev.perch.model.QuietLevel;
import dev.perch.model.ThemeChoice;
import dev.perch.runtime.Companion;
import dev.perch.runtime.LoopbackDoor;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.settings.Setting;
import dev.perch.settings.Settings;
import dev.perch.settings.SettingsFile;
import dev.perch.settings.SettingsWatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The user's settings, followed while the companion runs: at the start under the options that were typed, and from then on
 * the later choice counts, be it made in the file or in the menu.
 */
final class FollowedSettings {
    private final Consumer<Problem> notes;
    private final SettingsFile file;
    private final SettingsFile.Content first;
    private volatile Settings known;
    private volatile RuntimeConfig live = RuntimeConfig.DEFAULT;
    private volatile int usualWidth = live.petWidth();

    /** @param first what the file says at the start */
    FollowedSettings(Consumer<Problem> notes, SettingsFile file, SettingsFile.Content first) {
        this.notes = notes;
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

    /** Pets by the folders of their projects: those of the settings, and over them those that were typed. */
    Map<String, String> petFor(PetsOptions typed) {
        Map<String, String> pets = known.pairs(Setting.PET_FOR);
        pets.putAll(typed.petFor());
        return pets;
    }

    /** Whether registered programs may write. */
    boolean ingress() {
        return known.value(Setting.INGRESS).equals("on");
    }

    /** Whether Perch's own commands and pages may read what the sessions are about. */
    boolean statusDetail() {
        return known.value(Setting.STATUS_DETAIL).equals("on");
    }

    /**
     * What holds at the start.
     *
     * @param look the options, which have the settings as their defaults
     * @param width of a pet whose width nobody has set, now or later
     */
    RuntimeConfig config(LookOptions look, int width) throws ProblemException {
        usualWidth = width;
        RuntimeConfig typed = with(look.config(width), Setting.FULLSCREEN, known);
        live = known.value(Setting.GAZE).equals("off") ? typed.withGaze(false) : typed;
        return live;
    }

    /** What holds now. */
    RuntimeConfig config() {
        return live;
    }

    /**
     * Has that hold from now on, and at the next start. Blocks until it is on the disk.
     *
     * @throws IOException when the file cannot be written; it holds now all the same
     */
    synchronized void choose(Companion companion, Setting setting, Object value) throws IOException {
        live = with(live, setting, new Settings(Map.of(setting, value)));
        companion.wish(live.wishes());
        file.set(setting, value);
    }

    /**
     * Keeps for the next start what holds already. Blocks until it is on the disk.
     *
     * @throws IOException when it cannot be written
     */
    synchronized void keep(Setting setting, Object value) throws IOException {
        Map<Setting, Object> values = new HashMap<>(known.values());
        values.put(setting, value);
        known = new Settings(values);
        file.set(setting, value);
    }

    /** Has the companion follow what may change while it runs, until the watch is closed. */
    SettingsWatch follow(Companion companion) {
        return new SettingsWatch(file, first, companion.clock(), now -> changed(now, companion));
    }

    /** The file says that now. */
    synchronized void changed(SettingsFile.Content now, Companion companion) {
        now.problems().forEach(notes);
        if (!now.sound()) {
            return;
        }
        List<Setting> changes = known.changes(now.settings());
        known = now.settings();
        for (Setting setting : changes) {
            live = with(live, setting, known);
            if (!setting.isLive()) {
                notes.accept(Problem.warning(
                        file.path().toString(),
                        setting.key() + " has changed, which a running pet does not follow",
                        "perch quit and start it again"));
            }
        }
        companion.wish(live.wishes());
        if (changes.contains(Setting.PETS)) {
            companion.cast(PetsChoice.valueOf(known.word(Setting.PETS).toUpperCase(Locale.ROOT)));
        }
        if (changes.contains(Setting.PET_FOR)) {
            companion.changePets();
        }
    }

    private RuntimeConfig with(RuntimeConfig config, Setting setting, Settings said) {
        String word = said.word(setting).toUpperCase(Locale.ROOT).replace('-', '_');
        PlaybackPolicy playback = config.playback();
        return switch (setting) {
            case WIDTH -> config.withPetWidth(said.has(setting) ? (Integer) said.value(setting) : usualWidth);
            case THEME -> config.withTheme(ThemeChoice.valueOf(word));
            case REDUCED_MOTION -> config.withReducedMotion(MotionChoice.valueOf(word));
            case SETTLE ->
                config.withPlayback(
                        new PlaybackPolicy(Settle.valueOf(word), playback.passes(), playback.idleSlowdown()));
            case IDLE_SLOWDOWN ->
                config.withPlayback(
                        new PlaybackPolicy(playback.settle(), playback.passes(), (Integer) said.value(setting)));
            case FULLSCREEN -> config.withFullscreen(FullscreenChoice.valueOf(word));
            case QUIET -> config.withQuiet(QuietLevel.valueOf(word));
            case GAZE -> config.withGaze(word.equals("ON"));
            default -> config;
        };
    }
}
