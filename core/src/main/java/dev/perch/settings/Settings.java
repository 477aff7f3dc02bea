package dev.perch.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the user set. A setting that is not among the values has its default.
 *
 * @param values only such as their settings take
 */
public record Settings(Map<Setting, Object> values) {
    /** Nothing is set. */
    public static final Settings DEFAULT = new Settings(Map.of());

    public Settings {
        values = Map.copyOf(values);
    }

    /** Whether the user set it. */
    public boolean has(Setting setting) {
        return values.containsKey(setting);
    }

    /** A value, or its default. */
    public Object value(Setting setting) {
        return values.getOrDefault(setting, setting.byDefault());
    }

    /** A value in words, as the command line has it: those of a list with commas between them. */
    public String word(Setting setting) {
        if (setting.kind() instanceof Kind.Pairs) {
            return pairs(setting).entrySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value(setting) instanceof List<?> ? String.join(", ", words(setting)) : String.valueOf(value(setting));
    }

    /** The texts of a list. */
    public List<String> words(Setting setting) {
        return value(setting) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(word(setting));
    }

    /** The texts by their names. */
    public Map<String, String> pairs(Setting setting) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value(setting) instanceof Map<?, ?> map) {
            map.forEach((name, text) -> pairs.put(String.valueOf(name), String.valueOf(text)));
        }
        return pairs;
    }

    /** What another value of which settings is in {@code later}. */
    public List<Setting> changes(Settings later) {
        return Stream.of(Setting.values())
                .filter(setting -> !value(setting).equals(later.value(setting)))
                .toList();
    }
}
