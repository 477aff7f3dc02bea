package dev.perch.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.perch.files.AtomicFile;
import dev.perch.files.CorruptFiles;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code config.json}: plain JSON that the user may edit, so it carries no checksum, which every edit would break.
 * Keys that Perch does not know are kept. A file that is no JSON is kept aside at the start, never overwritten.
 */
public final class SettingsFile {
    /** Its name in the folder of the user's configuration. */
    public static final String NAME = "config.json";

    private static final int MOST_BYTES = 64 * 1024;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(16, 64, 8192, 32, 4096));
    private static final String SAFE_KEY = "[A-Za-z0-9_.-]{1,40}";

    private final Path file;

    /**
     * What a file says.
     *
     * @param settings with defaults for what it does not say
     * @param problems one for each key that is unknown or wrong, or one for the whole file
     * @param sound whether it could be read at all
     */
    public record Content(Settings settings, List<Problem> problems, boolean sound) {
        /** Makes the lists unmodifiable. */
        public Content {
            problems = List.copyOf(problems);
        }
    }

    /** The file in that folder; neither need exist. */
    public SettingsFile(Path folder) {
        file = folder.resolve(NAME).toAbsolutePath();
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Reads it, and leaves it as it is: a broken one may be half written by an editor. Blocks. */
    public Content look() {
        try {
            return content(tree());
        } catch (NoSuchFileException none) {
            return new Content(Settings.DEFAULT, List.of(), true);
        } catch (IOException unread) {
            return new Content(
                    Settings.DEFAULT,
                    List.of(problem(what(unread), "mend it, or remove it; until then defaults are used")),
                    false);
        }
    }

    /** Reads it at the start: a broken one is kept aside, so that it is neither lost nor in the way. Blocks. */
    public Content load() {
        Content content = look();
        if (content.sound() || !Files.isRegularFile(file)) {
            return content;
        }
        String what = content.problems().get(0).what();
        try {
            Path aside = CorruptFiles.keepAside(realFile());
            return new Content(
                    Settings.DEFAULT,
                    List.of(problem(what, "it is kept as " + aside.getFileName() + ", and defaults are used")),
                    false);
        } catch (IOException unmoved) {
            return content;
        }
    }

    /**
     * Sets one value and leaves all else in the file as it is; what it said before is kept as {@code config.json.bak}.
     * Blocks until it is on the disk.
     *
     * @throws IllegalArgumentException when the setting does not take the value
     * @throws IOException when the file cannot be read or written; it is as before then
     */
    public void set(Setting setting, Object value) throws IOException {
        if (!setting.kind().takes(value)) {
            throw new IllegalArgumentException(
                    setting.key() + " takes " + setting.kind().says());
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        try {
            tree = tree();
        } catch (NoSuchFileException none) {
            // it begins with this value
        }
        Path real = realFile();
        if (Files.exists(real)) {
            new AtomicFile(real.resolveSibling(NAME + ".bak"), true).write(new AtomicFile(real).read(MOST_BYTES));
        }
        tree.put(setting.key(), value);
        new AtomicFile(real, true).write(JsonTree.page(tree).getBytes(StandardCharsets.UTF_8));
    }

    /** People keep their configuration elsewhere and link to it: the link stays one. */
    private Path realFile() throws IOException {
        return Files.exists(file) && Files.isSymbolicLink(file) ? file.toRealPath() : file;
    }

    private Map<String, @Nullable Object> tree() throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        byte[] bytes = new AtomicFile(file).read(MOST_BYTES);
        try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
            return JsonTree.readObject(parser);
        }
    }

    private Content content(Map<String, @Nullable Object> tree) {
        Map<Setting, Object> values = new EnumMap<>(Setting.class);
        List<Problem> problems = new ArrayList<>();
        tree.forEach((key, value) -> Setting.of(key)
                .ifPresentOrElse(
                        setting -> {
                            if (value != null && setting.kind().takes(value)) {
                                values.put(setting, value);
                            } else {
                                problems.add(wrong(setting));
                            }
                        },
                        () -> problems.add(unknown(key))));
        return new Content(new Settings(values), problems, true);
    }

    private Problem wrong(Setting setting) {
        return problem(
                setting.key() + " has a value that it does not take",
                "give it " + setting.kind().says() + "; until then it is " + setting.byDefault());
    }

    private Problem unknown(String key) {
        String named = key.matches(SAFE_KEY) ? key : "a key of odd characters";
        return problem(named + " is no setting", "see perch config for those there are; it is left as it is");
    }

    private static String what(IOException fault) {
        if (fault instanceof JsonProcessingException json && json.getLocation() != null) {
            return "it is not JSON (line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr() + ")";
        }
        return fault instanceof JsonProcessingException || fault instanceof CharacterCodingException
                ? "it is not JSON in UTF-8"
                : "it cannot be read (" + fault.getMessage() + ")";
    }

    private Problem problem(String what, String remedy) {
        return Problem.warning(file.toString(), what, remedy);
    }
}
