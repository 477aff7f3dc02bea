package dev.perch.tools.sheets;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.render.film.PngWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers what was packed into a folder, and of what, so that what is unchanged is not made again. */
public final class PackMemory {
    /** Raised whenever the same input would be packed otherwise. */
    private static final int VERSION = 3;

    private static final int MOST_BYTES = 4 << 20;
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(4, 4096, 1 << 20, 100, 100_000));

    private final Fingerprint input;
    private final Path out;
    private final String how;
    private final AtomicFile file;
    private final Map<String, @Nullable Object> said;

    /**
     * The memory of one packing.
     *
     * @param cache a folder of Perch's own
     * @param how the options, as words
     */
    public PackMemory(Path cache, Path input, Path out, String how) throws IOException {
        this.input = Fingerprint.ofInput(input);
        this.out = out.toAbsolutePath().normalize();
        this.how = VERSION + " png " + PngWriter.VERSION + " webp 2 " + how;
        byte[] name = Fingerprint.sha256().digest(this.out.toString().getBytes(StandardCharsets.UTF_8));
        this.file =
                new AtomicFile(cache.resolve("packed").resolve(HexFormat.of().formatHex(name, 0, 16) + ".json"));
        this.said = read();
    }

    private Map<String, @Nullable Object> read() throws IOException {
        try {
            byte[] bytes = file.read(MOST_BYTES);
            return JsonTree.readObject(JSON.parser(bytes, 0, bytes.length));
        } catch (NoSuchFileException e) {
            return new LinkedHashMap<>();
        } catch (JsonProcessingException e) {
            return new LinkedHashMap<>();
        }
    }

    /** Whether the files in the folder are what would be made. */
    public boolean upToDate() throws IOException {
        boolean inputs = how.equals(said.get("how"))
                && (input.stats().equals(said.get("inputStats"))
                        || input.contents().equals(said.get("input")));
        return inputs && !names().isEmpty() && outputsAsWritten();
    }

    private boolean outputsAsWritten() throws IOException {
        Fingerprint files = Fingerprint.of(out, names());
        return files.stats().equals(said.get("outputStats")) || files.contents().equals(said.get("output"));
    }

    private List<String> names() {
        return said.get("files") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The names in the folder that an earlier packing wrote and nobody has changed since. */
    public Set<String> own() throws IOException {
        return names().isEmpty() || !outputsAsWritten() ? Set.of() : new LinkedHashSet<>(names());
    }

    /** Keeps in mind what was just written. */
    public void remember(Set<String> files) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        Fingerprint written = Fingerprint.of(out, List.copyOf(files));
        all.put("how", how);
        all.put("inputStats", input.stats());
        all.put("input", input.contents());
        all.put("files", List.copyOf(files));
        all.put("outputStats", written.stats());
        all.put("output", written.contents());
        file.write(JsonTree.page(all).getBytes(StandardCharsets.UTF_8));
    }
}
