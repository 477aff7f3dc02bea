package dev.perch.tools;

import dev.perch.settings.Setting;
import dev.perch.settings.Settings;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Has the user's settings stand in for options that are not given, in the commands that show the companion. */
final class SettingsDefaults implements IDefaultValueProvider {
    private static final Map<String, Setting> SETTINGS = Map.of(
            "--width", Setting.WIDTH,
            "--theme", Setting.THEME,
            "--reduced-motion", Setting.REDUCED_MOTION,
            "--settle", Setting.SETTLE,
            "--idle-slowdown", Setting.IDLE_SLOWDOWN,
            "--quiet", Setting.QUIET,
            "--pets", Setting.PETS);
    private static final Set<String> OTHER_COMMANDS = Set.of(
            "render",
            "record",
            "draw-pets",
            "warm-up",
            "pack",
            "unpack",
            "validate",
            "preview",
            "convert",
            "new",
            "watch");

    private final Supplier<Settings> settings;

    /** @param settings asked for each option */
    SettingsDefaults(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || OTHER_COMMANDS.contains(argument.command().name())) {
            return null;
        }
        Setting setting = SETTINGS.get(option.longestName());
        if (setting == null || !settings.get().has(setting)) {
            return null;
        }
        String word = settings.get().word(setting);
        return setting == Setting.SETTLE ? word.replace('-', '_') : word;
    }
}
