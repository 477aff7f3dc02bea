package dev.perch.library;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the user chose among their pets, and which are favourites, in a file of Perch's state. Safe for threads. */
public final class LibraryMemory {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_FAVOURITES = 500;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(3, 16, 4_096, 8, 2_000));

    private final AtomicFile file;

    /**
     * What is remembered.
     *
     * @param pet the name of the chosen one; empty: nobody chose
     * @param over what the settings said when it was chosen: once they say otherwise, they count again
     * @param favourites names, in the order in which they became ones
     */
    public record Content(String pet, String over, List<String> favourites) {
        /** Nothing was chosen. */
        public static final Content NOTHING = new Content("", "", List.of());

        /** Copies the list. */
        public Content {
            favourites = List.copyOf(favourites);
        }

        /** The pet that was chosen, unless the settings have changed since. */
        public Optional<String> chosen(String setting) {
            return pet.isEmpty() || !over.equals(setting) ? Optional.empty() : Optional.of(pet);
        }
    }

    /** The memory in that file, which need not exist. */
    public LibraryMemory(Path file) {
        this.file = new AtomicFile(file);
    }

    /** What is remembered now; nothing where the file is gone or spoilt. Blocks. */
    public synchronized Content read() {
        try {
            byte[] bytes = file.read(MOST_BYTES);
            try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
                return content(JsonTree.readObject(parser));
            }
        } catch (IOException none) {
            return Content.NOTHING;
        }
    }

    /**
     * Remembers a choice.
     *
     * @param setting what the settings say of the pet
     * @throws IOException when it cannot be written; it is as before then
     */
    public synchronized void choose(String pet, String setting) throws IOException {
        write(new Content(pet, setting, read().favourites()));
    }

    /** Makes a pet a favourite, or one no more. @throws IOException when it cannot be written */
    public synchronized void favour(String pet, boolean favourite) throws IOException {
        Content known = read();
        List<String> favourites = new ArrayList<>(known.favourites());
        favourites.remove(pet);
        if (favourite && favourites.size() < MOST_FAVOURITES) {
            favourites.add(pet);
        }
        write(new Content(known.pet(), known.over(), favourites));
    }

    private static Content content(Map<String, @Nullable Object> object) {
        List<?> favourites = object.get("favourites") instanceof List<?> list ? list : List.of();
        return new Content(
                text(object, "pet"),
                text(object, "over"),
                favourites.stream().map(String::valueOf).toList());
    }

    private static String text(Map<String, @Nullable Object> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    private void write(Content content) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("schema", 1);
        object.put("pet", content.pet());
        object.put("over", content.over());
        object.put("favourites", content.favourites());
        file.write(JsonTree.page(object).getBytes(StandardCharsets.UTF_8));
    }
}
