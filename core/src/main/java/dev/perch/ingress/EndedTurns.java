package dev.perch.ingress;

import dev.perch.model.TurnNews;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns that ended of late, perhaps before it was known whose they are. One thread at a time. */
final class EndedTurns {
    private static final int MOST = 64;

    private final Map<String, TurnNews.Ended> turns = new LinkedHashMap<>();

    void add(TurnNews.Ended over) {
        turns.put(over.turn(), over);
        if (turns.size() > MOST) {
            turns.remove(turns.keySet().iterator().next());
        }
    }

    TurnNews.@Nullable Ended get(String turn) {
        return turns.get(turn);
    }
}
