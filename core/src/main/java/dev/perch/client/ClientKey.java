package dev.perch.client;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a registered program keeps: who it is, and the key that shows it.
 *
 * @param id as Perch gave it
 * @param key as Perch gave it
 */
public record ClientKey(String id, String key) {
    private static final int MOST_BYTES = 4096;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(2, 32, 128, 20, 32));

    /** The key in a file that nobody but the user may read; empty: there is none. @throws IOException when it is none */
    public static Optional<ClientKey> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = new AtomicFile(file).read(MOST_BYTES);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
            Map<String, @Nullable Object> tree = JsonTree.readObject(parser);
            if (tree.get("clientId") instanceof String id && tree.get("key") instanceof String key) {
                return Optional.of(new ClientKey(id, key));
            }
        }
        throw new IOException("it has no clientId and key");
    }

    /** Keeps it there, readable for the user alone. */
    public void write(Path file) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("clientId", id);
        tree.put("key", key);
        new AtomicFile(file, true).write(JsonTree.page(tree).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return id; // the key stays out of every text
    }
}
