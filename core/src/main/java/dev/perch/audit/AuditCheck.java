package dev.perch.audit;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the chain of an audit log. */
public final class AuditCheck {
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(4, 64, 100_000, 32, 1_000));

    private AuditCheck() {}

    /**
     * What a walk found.
     *
     * @param lines how many were right, up to the first that is not
     * @param fault where the chain breaks; null: nowhere
     */
    public record Finding(long lines, @Nullable String fault) {}

    /** Walks all lines of a log, oldest first. @throws IOException when a file cannot be read */
    public static Finding walk(Path folder) throws IOException {
        String before = null;
        long number = 0;
        long lines = 0;
        for (Path file : AuditLog.files(folder)) {
            int row = 0;
            for (String text : Files.readAllLines(file)) {
                row++;
                Map<String, @Nullable Object> line = read(text);
                String where = file.getFileName() + " line " + row;
                if (line == null) {
                    return new Finding(lines, where + " is no line of the log");
                }
                Object prev = line.get("prev");
                boolean first = before == null;
                if (before != null && !before.equals(prev)) {
                    return new Finding(lines, where + " does not follow the line before it");
                }
                long n = line.get("n") instanceof Number told ? told.longValue() : -1;
                if (!first && n != number + 1) {
                    return new Finding(lines, where + " has the number " + n + ", not " + (number + 1));
                }
                if (first && n == 1 && !AuditLog.NOTHING.equals(prev)) {
                    return new Finding(lines, where + " should be the first of all and is not");
                }
                number = n;
                before = AuditLog.sha256(text);
                lines++;
            }
        }
        return new Finding(lines, null);
    }

    /** The last lines of a log, oldest first, each one JSON object. @throws IOException when a file cannot be read */
    public static List<String> tail(Path folder, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        List<Path> files = AuditLog.files(folder);
        for (int i = files.size() - 1; i >= 0 && lines.size() < most; i--) {
            lines.addAll(0, Files.readAllLines(files.get(i)));
        }
        return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    static long numberOfLast(Path file, long otherwise) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, @Nullable Object> line = lines.isEmpty() ? null : read(lines.get(lines.size() - 1));
        return line != null && line.get("n") instanceof Number n ? n.longValue() : otherwise;
    }

    private static @Nullable Map<String, @Nullable Object> read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.parser(bytes, 0, bytes.length)) {
            return JsonTree.readObject(parser);
        } catch (IOException e) {
            return null;
        }
    }
}
