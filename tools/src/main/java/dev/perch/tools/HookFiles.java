package dev.perch.tools;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.hooks.HookAgent;
import dev.perch.hooks.HookSettings;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hook program on this machine, and the settings file of an agent that calls it. */
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
    String command() {
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
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            return new Settings(bytes, new LinkedHashMap<>());
        }
        try (JsonParser json = JSON.parser(bytes, 0, bytes.length)) {
            return new Settings(bytes, JsonTree.readObject(json));
        } catch (IOException e) {
            throw problem("is no plain JSON object, so it was left as it is", "mend it, or add the hooks by hand");
        }
    }

    /** Puts the hook program in its place. */
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
     * Writes the settings, after a copy of what was there.
     *
     * @return the copy, or null when there was nothing to copy
     */
    @Nullable
    Path write(Settings before, Map<String, @Nullable Object> tree) throws IOException, ProblemException {
        if (!Arrays.equals(before.bytes(), read().bytes())) {
            throw problem("changed meanwhile, so it was left as it is", "try again");
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Set<PosixFilePermission> mode = Files.exists(file) ? Files.getPosixFilePermissions(target) : PRIVATE;
        Path copy = before.bytes() == null ? null : copy(target, before.bytes());
        new AtomicFile(target).write(JsonTree.page(tree).getBytes(StandardCharsets.UTF_8));
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

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
