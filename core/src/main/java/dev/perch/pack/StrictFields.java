package dev.perch.pack;

import dev.perch.link.PlainWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object that is to hold those that are asked for and no other. */
final class StrictFields {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final String where;
    private final Map<?, ?> fields;
    private final Set<String> asked = new HashSet<>();

    /** @param value to be an object */
    StrictFields(String where, @Nullable Object value) throws Refusal {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refusal(where, "is no object", "write it in braces");
        }
        this.where = where;
        fields = map;
    }

    static String id(String where, String word) throws Refusal {
        if (!ID.matcher(word).matches()) {
            throw new Refusal(
                    where,
                    "is no id (a small letter, then up to 31 small letters, digits or hyphens)",
                    "give it another name");
        }
        return word;
    }

    String where() {
        return where;
    }

    boolean has(String name) {
        asked.add(name);
        return fields.get(name) != null;
    }

    @Nullable
    Object value(String name) {
        asked.add(name);
        return fields.get(name);
    }

    /** A text of visible characters that must be there. */
    String text(String name, int most) throws Refusal {
        String text = raw(name, most);
        String fault = PlainWords.fault(text, most);
        if (!fault.isEmpty()) {
            throw new Refusal(at(name), fault, "write plain words");
        }
        return text;
    }

    /** A text that must be there, of any characters. */
    String raw(String name, int most) throws Refusal {
        if (!(value(name) instanceof String text)) {
            throw new Refusal(at(name), has(name) ? "is no text" : "is missing", "write a text in quotes");
        }
        if (text.length() > most) {
            throw new Refusal(at(name), "has more than " + most + " characters", "shorten it");
        }
        return text;
    }

    /** One of those words. */
    String word(String name, Collection<String> words) throws Refusal {
        return oneOf(at(name), raw(name, 100), words);
    }

    static String oneOf(String where, String word, Collection<String> words) throws Refusal {
        if (!words.contains(word)) {
            throw new Refusal(
                    where,
                    "is " + quoted(word) + ", which is none of " + String.join(", ", words),
                    "write one of those");
        }
        return word;
    }

    /** An id that must be there. */
    String id(String name) throws Refusal {
        return id(at(name), raw(name, 100));
    }

    int whole(String name, int least, int most) throws Refusal {
        return whole(at(name), value(name), least, most);
    }

    static int whole(String where, @Nullable Object value, int least, int most) throws Refusal {
        if (!(value instanceof Integer number) || number < least || number > most) {
            throw new Refusal(where, "is no whole number from " + least + " to " + most, "write one");
        }
        return number;
    }

    /** A list; empty where it is absent. */
    List<?> list(String name, int most) throws Refusal {
        Object value = value(name);
        if (value == null && !fields.containsKey(name)) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new Refusal(at(name), "is no list", "write it in brackets");
        }
        if (list.size() > most) {
            throw new Refusal(
                    at(name), "has " + list.size() + " entries, where " + most + " are allowed", "shorten it");
        }
        return list;
    }

    /** An object whose names are the author's; empty where it is absent. */
    Map<?, ?> map(String name, int most) throws Refusal {
        Object value = value(name);
        if (value == null && !fields.containsKey(name)) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refusal(at(name), "is no object", "write it in braces");
        }
        if (map.size() > most) {
            throw new Refusal(at(name), "has " + map.size() + " entries, where " + most + " are allowed", "shorten it");
        }
        return map;
    }

    /** Refuses what was not asked for. */
    void end() throws Refusal {
        Set<String> unknown = new TreeSet<>();
        fields.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    where,
                    "has the unknown field " + quoted(unknown.iterator().next()),
                    "take it out, or see docs/interactions.md for the right name");
        }
    }

    String at(String name) {
        return where + "." + name;
    }

    /** A word of the author's for a sentence. */
    static String quoted(String word) {
        String shown = word.length() > 40 ? word.substring(0, 40) + "…" : word;
        return "\"" + SafePath.visible(shown) + "\"";
    }
}
