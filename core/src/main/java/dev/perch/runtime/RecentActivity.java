package dev.perch.runtime;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.audit.AuditCheck;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest lines of the audit, in words for the menu. Safe for threads. */
final class RecentActivity {
    private static final int MOST = 12;
    private static final int MOST_POINTS = 90;
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(4, 64, 100_000, 32, 1_000));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** What of a line is told, in this order, where it has that. */
    private static final List<String> TOLD =
            List.of("name", "pet", "method", "action", "scopes", "target", "decision", "state", "note");

    private volatile List<String> newest = List.of();

    /** Those that stand in that folder. Blocks; where they cannot be read there are none. */
    static RecentActivity of(Path folder) {
        RecentActivity recent = new RecentActivity();
        try {
            for (String line : AuditCheck.tail(folder, MOST)) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                try (JsonParser parser = JSON.parser(bytes, 0, bytes.length)) {
                    Map<String, @Nullable Object> fields = JsonTree.readObject(parser);
                    recent.add(Instant.parse(String.valueOf(fields.get("ts"))), "" + fields.get("kind"), fields);
                }
            }
        } catch (IOException | DateTimeException unread) {
            // perch audit verify says what is wrong
        }
        return recent;
    }

    /** One more was written. */
    synchronized void add(Instant when, String kind, Map<String, ? extends @Nullable Object> fields) {
        List<String> words = new ArrayList<>();
        words.add(kind);
        for (String field : TOLD) {
            Object value = fields.get(field);
            if (value != null && !value.toString().isEmpty()) {
                words.add(value.toString());
            }
        }
        List<String> next = new ArrayList<>(newest);
        next.add(0, TIME.format(when) + "  " + VisibleText.shown(String.join(" · ", words), MOST_POINTS));
        newest = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    }

    /** The newest first. */
    List<String> lines() {
        return newest;
    }
}
