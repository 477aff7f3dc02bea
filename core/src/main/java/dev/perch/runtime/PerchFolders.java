package dev.perch.runtime;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Perch and Codex keep their files, as the platform wants it: XDG on Linux, Application Support on macOS, APPDATA
 * on Windows. Nothing is made or read here.
 *
 * @param config what the user sets
 * @param data what the user owns: installed pets
 * @param cache what can be made again: sealed pets
 * @param state what Perch remembers
 * @param codexPets where Codex keeps its pets
 */
public record PerchFolders(Path config, Path data, Path cache, Path state, Path codexPets) {

    /**
     * The folders for that environment.
     *
     * @param env environment variables
     * @param osName as in the system property {@code os.name}
     * @param home the user's home
     */
    public static PerchFolders of(Map<String, String> env, String osName, Path home) {
        Path codex = absolute(env.get("CODEX_HOME"), home.resolve(".codex")).resolve("pets");
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Perch");
            return new PerchFolders(
                    support, support, home.resolve("Library/Caches/Perch"), support.resolve("state"), codex);
        }
        if (os.contains("win")) {
            Path roaming = absolute(env.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Perch");
            Path local = absolute(env.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("Perch");
            return new PerchFolders(roaming, roaming, local.resolve("cache"), local.resolve("state"), codex);
        }
        return new PerchFolders(
                absolute(env.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("perch"),
                absolute(env.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("perch"),
                absolute(env.get("XDG_CACHE_HOME"), home.resolve(".cache")).resolve("perch"),
                absolute(env.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                        .resolve("perch"),
                codex);
    }

    /** Where hooks of other agents leave events for the companion. */
    public Path hooks() {
        return state.resolve("hooks");
    }

    /** The XDG rule: a path that is not absolute counts as not set. */
    private static Path absolute(@Nullable String value, Path otherwise) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }
}
