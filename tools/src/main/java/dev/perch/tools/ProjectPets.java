package dev.perch.tools;

import dev.perch.activity.Role;
import dev.perch.runtime.PetOpener;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens the pets of projects and sessions: each that which the user named for its folder, or for the nearest folder above it,
 * else the chosen one. Those of one name are opened and watched as one. Safe for threads.
 */
final class ProjectPets implements AutoCloseable {
    private final Supplier<Map<String, String>> named;
    private final PetOpener chosen;
    private final Function<String, PetOpener> maker;
    private final Path home;
    private final Runnable changed;
    private final Map<String, PetOpener> openers = new HashMap<>();

    /**
     * @param named pets by folders, as they are now
     * @param chosen opens the pet of all others; closed by whoever made it
     * @param maker opens a pet by its name
     * @param home what {@code ~} stands for
     * @param changed called when opening a named one may give another pet than before
     */
    ProjectPets(
            Supplier<Map<String, String>> named,
            PetOpener chosen,
            Function<String, PetOpener> maker,
            Path home,
            Runnable changed) {
        this.named = named;
        this.chosen = chosen;
        this.maker = maker;
        this.home = home;
        this.changed = changed;
    }

    /** What opens the pet of that role: asked anew each time, since the user may name another. */
    PetOpener opener(Role role) {
        return width -> {
            Optional<String> name = name(role);
            return (name.isPresent() ? opener(name.get()) : chosen).open(width);
        };
    }

    /** The name that the user gave for the role's folder. */
    Optional<String> name(Role role) {
        String workspace = role.workspace();
        if (workspace == null) {
            return Optional.empty();
        }
        Path folder = Path.of(workspace).normalize();
        return named.get().entrySet().stream()
                .filter(entry -> folder.startsWith(folder(entry.getKey())))
                .max(Comparator.comparingInt(entry -> folder(entry.getKey()).getNameCount()))
                .map(Map.Entry::getValue);
    }

    private Path folder(String word) {
        boolean atHome = word.equals("~") || word.startsWith("~/");
        return (atHome ? Path.of(home + word.substring(1)) : Path.of(word)).normalize();
    }

    private synchronized PetOpener opener(String name) {
        return openers.computeIfAbsent(name, word -> {
            PetOpener opener = maker.apply(word);
            opener.onChange(changed);
            return opener;
        });
    }

    @Override
    public synchronized void close() {
        openers.values().forEach(PetOpener::close);
    }
}
