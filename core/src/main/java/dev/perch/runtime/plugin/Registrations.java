package dev.perch.runtime.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What plugins registered of one kind. */
final class Registrations<T> {
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final String kind;
    private final Function<T, String> idOf;
    private final List<Registration<T>> list = new ArrayList<>();
    private @Nullable String registering;
    private int before;

    Registrations(String kind, Function<T, String> idOf) {
        this.kind = kind;
        this.idOf = idOf;
    }

    /** That plugin registers from now on. */
    void open(String plugin) {
        registering = plugin;
        before = list.size();
    }

    /** Nobody registers any more. */
    void close(boolean keep) {
        registering = null;
        if (!keep) {
            list.subList(before, list.size()).clear();
        }
    }

    void add(T value) {
        if (registering == null) {
            throw new IllegalStateException("a " + kind + " can be registered only during setup");
        }
        String id = idOf.apply(value);
        if (!WORD.matcher(id).matches()) {
            throw new IllegalArgumentException("a " + kind + " has an id that is no word");
        }
        for (Registration<T> other : list) {
            if (other.id().equals(id)) {
                throw new IllegalArgumentException(
                        "a " + kind + " " + id + " is there already, from plugin " + other.plugin());
            }
        }
        list.add(new Registration<>(registering, id, value));
    }

    void order(List<String> plugins) {
        list.sort(Comparator.comparingInt(registration -> plugins.indexOf(registration.plugin())));
    }

    List<Registration<T>> list() {
        return List.copyOf(list);
    }
}
