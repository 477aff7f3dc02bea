package dev.perch.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Reads the options that a user gave a source; what is wrong is an {@link IllegalArgumentException} in one sentence. */
final class SourceOptions {
    private SourceOptions() {}

    static Path path(String kind, Map<String, Object> options) {
        String target = String.valueOf(options.getOrDefault(SourceSpec.TARGET, ""));
        if (target.isBlank()) {
            throw new IllegalArgumentException(
                    "--source " + kind + ": no path is given; write --source " + kind + ":PATH.");
        }
        try {
            return Path.of(target);
        } catch (InvalidPathException bad) {
            throw new IllegalArgumentException("--source " + kind + ": the path cannot be one here; check it.", bad);
        }
    }

    /** Refuses a target where there is none to give. */
    static void bare(String kind, Map<String, Object> options) {
        if (options.containsKey(SourceSpec.TARGET)) {
            throw new IllegalArgumentException(
                    "--source " + kind + ": takes nothing after it; write " + kind + " alone.");
        }
    }

    /** Reads {@code speed} and {@code loop}. */
    static ReplaySnapshotSource.Pace pace(Map<String, Object> options, ReplaySnapshotSource.Pace otherwise) {
        return new ReplaySnapshotSource.Pace(
                speed(options.getOrDefault("speed", otherwise.speed())),
                truth("loop", options.getOrDefault("loop", otherwise.loop())));
    }

    private static double speed(Object value) {
        try {
            return Double.parseDouble(String.valueOf(value));
        } catch (NumberFormatException none) {
            return Double.NaN; // refused by the pace
        }
    }

    private static boolean truth(String name, Object value) {
        return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException(name + ": is neither true nor false; give one of them.");
        };
    }
}
