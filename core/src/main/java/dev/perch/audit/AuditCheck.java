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

    /** Walks all lines of a log, oldest first, up to the newest that was written. @throws IOException when a file cannot be read */
    public static Finding walk(Path folder) throws IOException {
        AuditHead head;
        try {
            head = AuditHead.read(folder);
        } catch (IOException damaged) {
            return new Finding(0, "the file head, which knows the newest line, is damaged");
        }
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
                if (first && head.oldest() != AuditHead.UNTOLD && n > head.oldest()) {
                    return new Finding(
                            lines,
                            "its beginning is cut off: the oldest line has the number " + n + ", and number "
                                    + head.oldest() + " was kept");
                }
                if (first && n == 1 && !AuditHead.NOTHING.sha256().equals(prev)) {
                    return new Finding(lines, where + " should be the first of all and is not");
                }
                number = n;
                before = AuditLog.sha256(text);
                if (n == head.number() && !head.sha256().equals(before)) {
                    return new Finding(
                            lines, where + " was changed: it was the newest line, and the file head knows another");
                }
                lines++;
            }
        }
        return new Finding(lines, faultOfEnd(number, head, lines));
    }

    /** A head that a crash left one line behind is right; a log may have one line before it has a head. */
    private static @Nullable String faultOfEnd(long number, AuditHead head, long lines) {
        if (number < head.number()) {
            return "its end is cut off: the newest line has the number " + number + ", and number " + head.number()
                    + " was written";
        }
        return head.number() == 0 && lines > 1 ? "the file head, which knows the newest line, is gone" : null;
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

    /** The number that a line has; of what is no line, the other one. */
    static long number(String line, long otherwise) {
        Map<String, @Nullable Object> fields = line.isEmpty() ? null : read(line);
        return fields != null && fields.get("n") instanceof Number n ? n.longValue() : otherwise;
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
