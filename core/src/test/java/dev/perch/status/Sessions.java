package dev.perch.status;

import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sessions for tests. */
final class Sessions {
    private Sessions() {}

    static SessionProjection session(String id, SessionStatus status) {
        return session(id, status, Map.of());
    }

    static SessionProjection session(String id, SessionStatus status, Map<String, Object> facts) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(RuntimeSnapshot.SESSION_ID, id);
        all.put(RuntimeSnapshot.STATUS, status.word());
        all.put(RuntimeSnapshot.WORKSPACE, "/home/me/secret-folder/perch");
        all.putAll(facts);
        RuntimeSnapshot snapshot = new RuntimeSnapshot(
                PetAnimationState.RUNNING,
                String.valueOf(facts.getOrDefault("title", "a title")),
                "a body that nobody may read",
                all);
        return SessionProjection.of(
                new StampedSnapshot(
                        new SourceId("test"), SourceRank.CONFIGURED, new SessionId(id), 1, 0, Long.MAX_VALUE, snapshot),
                0,
                false);
    }

    static SessionProjection stale(SessionProjection of) {
        return new SessionProjection(
                of.source(),
                of.session(),
                of.status(),
                of.activity(),
                of.state(),
                of.title(),
                of.body(),
                of.workspace(),
                of.parent(),
                of.sinceNanos(),
                of.heardNanos(),
                true,
                of.metadata());
    }
}
