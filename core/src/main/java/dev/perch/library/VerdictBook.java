package dev.perch.library;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.files.AtomicFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.PackageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what imports said, so that nothing is imported to be listed. A verdict holds until the package's files have other
 * names, sizes or times, or Perch is another build. It lies in the cache: a lost or spoilt one is made again. Safe for threads.
 */
public final class VerdictBook {
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int MOST_PETS = 4_000;
    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(6, 32, 8_192, 20, 400_000));

    private final AtomicFile file;
    private final String build;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(String mark, Verdict verdict) {}

    /**
     * Reads the book, or begins a new one.
     *
     * @param build whose verdicts these are
     */
    public VerdictBook(Path file, String build) {
        this.file = new AtomicFile(file);
        this.build = build;
        try {
            read(this.file.read(MOST_BYTES));
        } catch (IOException none) {
            entries.clear();
        }
    }

    /** What was said of that package as it is now. Looks at the names of its files. */
    public Optional<Verdict> find(PackageSource source) {
        String mark = PackageMark.of(source);
        synchronized (this) {
            Entry known = entries.get(key(source));
            return known == null || !known.mark.equals(mark) ? Optional.empty() : Optional.of(known.verdict);
        }
    }

    /**
     * Notes a verdict.
     *
     * @param mark of the package before the import, from {@link #mark}
     */
    public synchronized void note(PackageSource source, @Nullable String mark, Verdict verdict) {
        entries.remove(key(source));
        if (mark != null && entries.size() < MOST_PETS) {
            entries.put(key(source), new Entry(mark, verdict));
        }
    }

    /** How that package is now; to be asked before an import, so that a change during it is seen later. */
    public @Nullable String mark(PackageSource source) {
        return PackageMark.of(source);
    }

    /** Writes the book. @throws IOException when that is not possible */
    public void write() throws IOException {
        file.write(page().getBytes(StandardCharsets.UTF_8));
    }

    private synchronized String page() {
        List<Map<String, Object>> pets = new ArrayList<>();
        entries.forEach((path, entry) -> {
            Map<String, Object> pet = new LinkedHashMap<>();
            pet.put("path", path);
            pet.put("mark", entry.mark);
            pet.put("opened", entry.verdict.opened());
            pet.put("displayName", entry.verdict.displayName());
            pet.put("description", entry.verdict.description());
            pet.put("sentences", entry.verdict.sentences());
            pets.add(pet);
        });
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("build", build);
        page.put("pets", pets);
        return JsonTree.line(page);
    }

    private void read(byte[] bytes) throws IOException {
        Map<String, @Nullable Object> page;
        try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
            page = JsonTree.readObject(parser);
        }
        if (!build.equals(page.get("build")) || !(page.get("pets") instanceof List<?> pets)) {
            return;
        }
        for (Object pet : pets) {
            if (pet instanceof Map<?, ?> map && map.get("sentences") instanceof List<?> sentences) {
                Verdict verdict = new Verdict(
                        Boolean.TRUE.equals(map.get("opened")),
                        String.valueOf(map.get("displayName")),
                        String.valueOf(map.get("description")),
                        sentences.stream().map(String::valueOf).toList());
                entries.put(String.valueOf(map.get("path")), new Entry(String.valueOf(map.get("mark")), verdict));
            }
        }
    }

    private static String key(PackageSource source) {
        Path path = PackageMark.path(source);
        return path == null ? "bundled:" + source.id() : path.toAbsolutePath().toString();
    }
}
