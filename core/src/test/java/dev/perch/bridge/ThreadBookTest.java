package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.RuntimeSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of threads, as notices and answers come in. */
final class ThreadBookTest {
    private final List<RuntimeSnapshot> told = new ArrayList<>();
    private final ThreadBook book = new ThreadBook(told::add);

    @Test
    void anAnswerThatIsOlderThanANoticeTakesNoTitleAway() {
        Map<String, Object> untitled = Map.of("id", "t1", "preview", "", "status", Map.of("type", "active"));
        book.read(new Fields(untitled));
        Map<String, Object> message = Map.of(
                "type",
                "userMessage",
                "id",
                "i1",
                "content",
                List.of(Map.of("type", "text", "text", "mend the fence")));
        book.take(new Message.Notice(
                "item/started", new Fields(Map.of("threadId", "t1", "turnId", "u1", "item", message)), 1));
        book.read(new Fields(untitled));
        assertEquals("mend the fence", told.get(told.size() - 1).title());
    }
}
