package dev.perch.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reader's place in the log. One thread at a time. */
final class Subscription {
    /** So many events are handed out at once: the next ones wait in the log, where none costs anything. */
    private static final int MOST_AT_ONCE = 64;

    private static final long NOTHING = -1;

    private final StatusLog log;
    private final StatusWords words;
    private long seen;

    /** @param after the last event that the reader knows, or null: it is told first how all stands */
    Subscription(StatusLog log, StatusWords words, @Nullable String after) {
        this.log = log;
        this.words = words;
        seen = after == null ? NOTHING : log.epoch().sequence(after);
    }

    /** What is to be told next, maybe nothing; a reset where the reader's place is lost. */
    List<Map<String, @Nullable Object>> next() {
        while (true) {
            Optional<List<StatusEvent>> events = log.after(seen, MOST_AT_ONCE);
            if (events.isEmpty()) {
                StatusPage page = log.page();
                seen = page.sequence();
                return List.of(words.reset(page));
            }
            List<Map<String, @Nullable Object>> told = words.events(events.get());
            if (!events.get().isEmpty()) {
                seen = events.get().get(events.get().size() - 1).sequence();
            }
            if (!told.isEmpty() || events.get().isEmpty()) {
                return told;
            }
        }
    }
}
