package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.RuntimeSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
    private final List<RuntimeSnapshot> told = new ArrayList<>();
    private final ThreadBook book = new ThreadBook(told::add);

    @Test
    void whatWorksSaysThatTheLimitIsNear() {
        thread("busy", Map.of("type", "active", "activeFlags", List.of()));
        thread("calm", Map.of("type", "idle"));
        told.clear();
        limits(43, 79);
        assertEquals(List.of(), told);
        limits(43, 91);
        assertEquals(1, told.size());
        assertEquals("busy", told.get(0).session().id());
        assertEquals(
                "91 % of the limit for 7 days is used", told.get(0).metadata().get("note"));
        limits(95, 91);
        assertEquals(
                "95 % of the limit for 5 hours is used", told.get(1).metadata().get("note"));
    }

    private void thread(String id, Map<String, Object> status) {
        book.read(new Fields(Map.of("id", id, "name", id, "status", status)));
    }

    private void limits(int first, int second) {
        Map<String, Object> limits = Map.of(
                "primary", Map.of("usedPercent", first, "windowDurationMins", 300),
                "secondary", Map.of("usedPercent", second, "windowDurationMins", 10_080));
        book.take(new Message.Notice("account/rateLimits/updated", new Fields(Map.of("rateLimits", limits)), 1));
    }
}
