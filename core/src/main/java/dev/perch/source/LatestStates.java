package dev.perch.source;

import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The last snapshot of each session, in the order of their coming: what a log of the past still says of now. */
final class LatestStates implements Consumer<RuntimeSnapshot> {
    private static final int MOST_SESSIONS = 256;

    private final Map<SessionId, RuntimeSnapshot> bySession = new LinkedHashMap<>();

    @Override
    public void accept(RuntimeSnapshot snapshot) {
        SessionId session = snapshot.session();
        bySession.remove(session);
        bySession.put(session, snapshot);
        if (bySession.size() > MOST_SESSIONS) {
            Iterator<SessionId> oldest = bySession.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Hands the snapshots over and forgets them. */
    void drainTo(Consumer<RuntimeSnapshot> sink) {
        bySession.values().forEach(sink);
        bySession.clear();
    }
}
