package dev.perch.pack.format;

import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.pack.Manifest;
import dev.perch.pack.SafePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a manifest, read field by field. What is not as it should be is left out with a word: other programs ignore
 * these fields altogether, so none of them is a reason to refuse a pet.
 */
final class Fields {
    private final String where;
    private final Map<?, ?> json;
    private final List<Problem> warnings;

    /** @param warnings gets a line for each field that was left out */
    Fields(String where, Map<?, ?> json, List<Problem> warnings) {
        this.where = where;
        this.json = json;
        this.warnings = warnings;
    }

    boolean has(String name) {
        return json.get(name) != null;
    }

    String where(String name) {
        return where + " " + SafePath.visible(name);
    }

    /** All names that are words of text, in their order. */
    List<String> names() {
        return json.keySet().stream().map(String::valueOf).toList();
    }

    @Nullable
    Object raw(String name) {
        return json.get(name);
    }

    /** An object under that name. */
    @Nullable
    Fields object(String name) {
        Object value = json.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return new Fields(where(name), map, warnings);
        }
        ignored(name, "is " + Manifest.kind(value) + ", not an object");
        return null;
    }

    /** All objects under the names of this one. */
    Map<String, Fields> objects() {
        Map<String, Fields> objects = new LinkedHashMap<>();
        for (String name : names()) {
            Fields object = object(name);
            if (object != null) {
                objects.put(name, object);
            }
        }
        return objects;
    }

    @Nullable
    String text(String... names) {
        for (String name : names) {
            Object value = json.get(name);
            if (value instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            if (value != null && !(value instanceof String)) {
                ignored(name, "is " + Manifest.kind(value) + ", not a text");
            }
        }
        return null;
    }

    boolean truth(String name, boolean otherwise) {
        Object value = json.get(name);
        if (value instanceof Boolean truth) {
            return truth;
        }
        if (value != null) {
            ignored(name, "is " + Manifest.kind(value) + ", not true or false");
        }
        return otherwise;
    }

    /** The first of those names that holds a whole number within the range. */
    int whole(int otherwise, int least, int most, String... names) {
        for (String name : names) {
            Object value = json.get(name);
            if (value instanceof Integer number && number >= least && number <= most) {
                return number;
            }
            if (value != null) {
                ignored(name, "is no whole number of " + least + " to " + most);
            }
        }
        return otherwise;
    }

    /** A number above 0. */
    double number(double otherwise, double most, String... names) {
        for (String name : names) {
            Object value = json.get(name);
            if (value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= most) {
                return number.doubleValue();
            }
            if (value != null) {
                ignored(name, "is no number above 0 and up to " + Math.round(most));
            }
        }
        return otherwise;
    }

    /** A list of whole numbers within the range, or null. */
    @Nullable
    List<Integer> wholes(String name, int least, int most) {
        Object value = json.get(name);
        if (value == null) {
            return null;
        }
        List<Integer> numbers = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof Integer number) || number < least || number > most) {
                    ignored(name, "has something that is no whole number of " + least + " to " + most);
                    return null;
                }
                numbers.add(number);
            }
        }
        if (numbers.isEmpty()) {
            ignored(name, "is no list of numbers");
            return null;
        }
        return numbers;
    }

    /** A state under that name, by any of its spellings. */
    @Nullable
    PetAnimationState state(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        PetAnimationState state = StateWords.of(text);
        if (state == null) {
            ignored(name, "is " + SafePath.quote(text) + ", which is no name of a state");
        }
        return state;
    }

    /** The states of a list under that name, or of a single one. */
    List<PetAnimationState> states(String name) {
        Object value = json.get(name);
        List<?> list = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
        List<PetAnimationState> states = new ArrayList<>();
        for (Object element : list) {
            PetAnimationState state = element instanceof String text ? StateWords.of(text) : null;
            if (state == null) {
                ignored(name, "names something that is no state");
            } else {
                states.add(state);
            }
        }
        return states;
    }

    void ignored(String name, String what) {
        warnings.add(Problem.warning(where(name), what + ", so it is ignored", "correct it, or delete it"));
    }

    void warn(String name, String what, String remedy) {
        warnings.add(Problem.warning(where(name), what, remedy));
    }
}
