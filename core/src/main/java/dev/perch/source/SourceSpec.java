package dev.perch.source;

import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.text.VisibleText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words {@code KIND[:TARGET]} of {@code --source}, such as {@code demo}, {@code file:status.json} or
 * {@code replay:session.jsonl}.
 *
 * @param kind the id of a factory
 * @param target what follows the first colon; empty when there is none
 */
public record SourceSpec(String kind, String target) {
    /** The name of the option that carries {@link #target}. */
    public static final String TARGET = "target";

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException when they name no kind, with a sentence for the user
     */
    public static SourceSpec parse(String words) {
        int colon = words.indexOf(':');
        String kind = colon < 0 ? words : words.substring(0, colon);
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("--source " + VisibleText.shown(words, 60)
                    + ": does not begin with a kind of source; write KIND or KIND:TARGET, such as file:status.json.");
        }
        return new SourceSpec(kind, colon < 0 ? "" : words.substring(colon + 1));
    }

    /**
     * Makes the source with the factory of its kind.
     *
     * @param options further ones, such as {@code speed} and {@code loop}; {@code target} is added
     * @throws IllegalArgumentException when there is no such kind, or an option is wrong; with a sentence for the user
     */
    public RuntimeSnapshotSource create(
            Collection<? extends RuntimeSnapshotSourceFactory> factories, Map<String, Object> options) {
        Map<String, Object> all = new HashMap<>(options);
        if (!target.isEmpty()) {
            all.put(TARGET, target);
        }
        return factories.stream()
                .filter(factory -> factory.id().equals(kind))
                .findFirst()
                .orElseThrow(() -> unknown(factories))
                .create(all);
    }

    /**
     * The target as a path.
     *
     * @throws IllegalArgumentException when it is none, with a sentence for the user
     */
    public Path path() {
        return SourceOptions.path(kind, Map.of(TARGET, target));
    }

    /**
     * Checks that nothing follows the kind.
     *
     * @throws IllegalArgumentException when there is a target, with a sentence for the user
     */
    public void checkBare() {
        SourceOptions.bare(kind, target.isEmpty() ? Map.of() : Map.of(TARGET, target));
    }

    @Override
    public String toString() {
        return target.isEmpty() ? kind : kind + ":" + target;
    }

    private IllegalArgumentException unknown(Collection<? extends RuntimeSnapshotSourceFactory> factories) {
        String known = factories.stream()
                .map(RuntimeSnapshotSourceFactory::id)
                .sorted()
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "--source " + kind + ": there is no such kind of source; use one of " + known + ".");
    }
}
