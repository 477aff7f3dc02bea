package dev.perch.library;

import dev.perch.api.PetDiscoverySource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where pets lie on a machine.
 *
 * @param home the user's
 * @param own Perch's own folder of installed pets
 * @param codexPets Codex's
 * @param config what relative paths of the user's settings begin at
 */
public record PetPlaces(Path home, Path own, Path codexPets, Path config) {
    /** The id of Perch's own folder among the sources. */
    public static final String OWN = "installed";

    /** The id of Codex's folder among the sources. */
    public static final String CODEX = "codex";

    /**
     * All folders to look into, in the order in which a name is looked up.
     *
     * @param environment may hold {@code DSH_HOME}
     * @param further folders that the user named; one that is no path is passed over
     */
    public List<PetDiscoverySource> sources(Map<String, String> environment, List<String> further) {
        List<PetDiscoverySource> sources = new ArrayList<>(List.of(
                new PetFolder(OWN, "Perch's own folder", own),
                new PetFolder(CODEX, "Codex", codexPets),
                new PetFolder("codex-avatars", "Codex (avatars)", codexPets.resolveSibling("avatars")),
                new PetFolder("petdex", "Petdex", home.resolve(".petdex/pets")),
                new PetFolder("dsh", "DSH", dsh(environment).resolve("pets"))));
        for (int i = 0; i < further.size(); i++) {
            Path path = path(further.get(i));
            if (path != null) {
                sources.add(new PetFolder("folder-" + (i + 1), path.toString(), path));
            }
        }
        return List.copyOf(sources);
    }

    private Path dsh(Map<String, String> environment) {
        Path named = path(environment.getOrDefault("DSH_HOME", ""));
        return named == null ? home.resolve(".dsh") : named;
    }

    private @Nullable Path path(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return text.equals("~") || text.startsWith("~/")
                    ? home.resolve(text.substring(Math.min(2, text.length())))
                    : config.resolve(text).normalize();
        } catch (InvalidPathException none) {
            return null;
        }
    }
}
