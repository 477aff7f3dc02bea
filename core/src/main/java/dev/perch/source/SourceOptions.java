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

    static double number(String name, Map<String, Object> options, double least, double most, double otherwise) {
        Object value = options.get(name);
        if (value == null) {
            return otherwise;
        }
        double number = parsed(String.valueOf(value));
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(
                    name + ": is not a number from " + least + " to " + most + "; give one.");
        }
        return number;
    }

    static boolean truth(String name, Map<String, Object> options, boolean otherwise) {
        Object value = options.get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException(name + ": is neither true nor false; give one of them.");
        };
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
