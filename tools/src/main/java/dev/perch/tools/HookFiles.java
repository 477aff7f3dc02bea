package dev.perch.tools;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.hooks.HookAgent;
import dev.perch.hooks.HookSettings;
import dev.perch.hooks.HookTable;
import dev.perch.hooks.OpencodePlugin;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.Problem;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The hook program on this machine, and the file of an agent that calls it: its settings, or a plugin. */
final class HookFiles {
    private static final int MOST = 1 << 20;
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(64, 4096, MOST, 100, MOST));
    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private final HookAgent agent;
    private final PerchFolders folders;
    private final Path file;

    /**
     * Those of an agent.
     *
     * @param env environment variables
     * @param home the user's home
     */
    HookFiles(HookAgent agent, PerchFolders folders, Map<String, String> env, Path home) {
        this.agent = agent;
        this.folders = folders;
        file = switch (agent) {
            case CODEX -> folders.codexPets().resolveSibling("hooks.json");
            case CLAUDE ->
                Path.of(env.getOrDefault(
                                "CLAUDE_CONFIG_DIR", home.resolve(".claude").toString()))
                        .resolve("settings.json");
            case GEMINI -> home.resolve(".gemini/settings.json");
            case CURSOR -> home.resolve(".cursor/hooks.json");
            case OPENCODE -> {
                Path config = Path.of(env.getOrDefault(
                        "XDG_CONFIG_HOME", home.resolve(".config").toString()));
                yield Path.of(env.getOrDefault(
                                "OPENCODE_CONFIG_DIR",
                                config.resolve("opencode").toString()))
                        .resolve("plugins/perch.js");
            }
        };
    }

    /**
     * A settings file as it was read.
     *
     * @param bytes null when there is no such file
     */
    @SuppressWarnings("ArrayRecordComponent") // only compared with the file itself
    record Settings(byte @Nullable [] bytes, Map<String, @Nullable Object> tree) {}

    Path file() {
        return file;
    }

    /** Where the hook program is. */
    static Path program(PerchFolders folders) {
        return folders.data().resolve(HookSettings.PROGRAM);
    }

    /** What the agent is to run. */
    private String command() {
        return quoted(program(folders)) + " " + agent.word() + " " + quoted(folders.hooks());
    }

    Settings read() throws ProblemException {
        byte[] bytes;
        try {
            bytes = new AtomicFile(file).read(MOST);
        } catch (NoSuchFileException none) {
            return new Settings(null, new LinkedHashMap<>());
        } catch (IOException e) {
            throw problem("cannot be read (" + e.getClass().getSimpleName() + ")", "check the permissions");
        }
        if (agent == HookAgent.OPENCODE || new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            return new Settings(bytes, new LinkedHashMap<>());
        }
        try (JsonParser json = JSON.parser(bytes, 0, bytes.length)) {
            return new Settings(bytes, JsonTree.readObject(json));
        } catch (IOException e) {
            throw problem("is no plain JSON object, so it was left as it is", "mend it, or add the hooks by hand");
        }
    }

    /** The events that those settings hand to Perch; none when it is not installed. */
    List<String> events(Settings settings) throws ProblemException {
        if (agent == HookAgent.OPENCODE) {
            byte[] bytes = settings.bytes();
            return bytes != null && OpencodePlugin.isOurs(bytes) ? List.copyOf(HookTable.wanted(agent)) : List.of();
        }
        return ofJson(() -> new HookSettings(agent).events(settings.tree()));
    }

    /** The file with each event that matters handed to Perch; the very bytes of before where that is so already. */
    byte[] installed(Settings before) throws ProblemException, IOException {
        if (agent == HookAgent.OPENCODE) {
            if (before.bytes() != null && !OpencodePlugin.isOurs(before.bytes())) {
                throw problem("is not Perch's, so it was left as it is", "move it away");
            }
            return OpencodePlugin.text(folders.hooks()).getBytes(StandardCharsets.UTF_8);
        }
        return bytes(before, ofJson(() -> new HookSettings(agent).installed(before.tree(), command())));
    }

    /** The file without Perch's hooks; null where nothing is left of it. */
    byte @Nullable [] removed(Settings before) throws ProblemException {
        if (agent == HookAgent.OPENCODE) {
            return events(before).isEmpty() ? before.bytes() : null;
        }
        if (before.bytes() == null) {
            return null;
        }
        return bytes(before, ofJson(() -> new HookSettings(agent).removed(before.tree())));
    }

    private static byte[] bytes(Settings before, Map<String, @Nullable Object> tree) {
        return before.bytes() != null && tree.equals(before.tree())
                ? before.bytes()
                : JsonTree.page(tree).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T ofJson(Supplier<T> made) throws ProblemException {
        try {
            return made.get();
        } catch (IllegalArgumentException odd) {
            throw problem(odd.getMessage() + ", so it was left as it is", "mend it");
        }
    }

    /** Puts the hook program in its place; OpenCode calls none, but by it a start knows that it is to listen. */
    void placeProgram() throws IOException {
        Path program = program(folders);
        try (InputStream script = HookFiles.class.getResourceAsStream("/assets/hooks/" + HookSettings.PROGRAM)) {
            if (script == null) {
                throw new IOException("the hook program is missing from this build");
            }
            new AtomicFile(program).write(script.readAllBytes());
        }
        Files.setPosixFilePermissions(program, RUNNABLE);
    }

    /**
     * Writes the file, after a copy of what was there.
     *
     * @param after null: takes it away
     * @return the copy, or null when there was nothing to copy
     */
    @Nullable
    Path write(Settings before, byte @Nullable [] after) throws IOException, ProblemException {
        if (!Arrays.equals(before.bytes(), read().bytes())) {
            throw problem("changed meanwhile, so it was left as it is", "try again");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path copy = before.bytes() == null ? null : copy(target, before.bytes());
        if (after == null) {
            Files.deleteIfExists(file);
            return copy;
        }
        Set<PosixFilePermission> mode = Files.exists(file) ? Files.getPosixFilePermissions(target) : PRIVATE;
        new AtomicFile(target).write(after);
        Files.setPosixFilePermissions(target, mode);
        return copy;
    }

    private static Path copy(Path target, byte[] bytes) throws IOException {
        for (int number = 1; ; number++) {
            Path copy = target.resolveSibling(target.getFileName() + ".before-perch-" + number);
            try {
                Files.createFile(copy, PosixFilePermissions.asFileAttribute(PRIVATE));
                return Files.write(copy, bytes);
            } catch (FileAlreadyExistsException taken) {
                // the next number
            }
        }
    }

    ProblemException problem(String what, String remedy) {
        return new ProblemException(Problem.error(file.toString(), what, remedy));
    }

    /** What an entry comes to, for the user to read before it is written. */
    String shown(byte @Nullable [] after) {
        return agent == HookAgent.OPENCODE
                ? after == null ? "    the plugin is taken away" : new String(after, StandardCharsets.UTF_8)
                : "    each calls " + command();
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
