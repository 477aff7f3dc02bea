package dev.perch.activity;

import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.StampedSnapshot;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All sessions that are known, and which of them the pet follows: the most urgent, and of equals the one that has been
 * in its state longest. Render thread only; it reads no clock.
 */
public final class ActivityBoard {
    /** Needs you before failed before ready before working before anything else (openai/codex pets, badge order). */
    private static final List<PetAnimationState> URGENCY = List.of(
            PetAnimationState.WAITING, PetAnimationState.FAILED, PetAnimationState.REVIEW, PetAnimationState.RUNNING);

    /** A session that a source named is one session whoever tells of it; an unnamed one is its source's own. */
    private record Key(SessionId session, @Nullable SourceId source) {
        static Key of(StampedSnapshot news) {
            boolean named = !news.session().equals(SessionId.MAIN);
            return new Key(news.session(), named ? null : news.source());
        }
    }

    private final ActivityTuning tuning;
    private final Map<Key, Session> sessions = new LinkedHashMap<>();
    private Mood focus;
    private long nextChange = Long.MAX_VALUE;
    private boolean told;
    private long lastTold = Long.MIN_VALUE;

    /**
     * A board with no sessions.
     *
     * @param nowNanos since when nothing is going on
     */
    public ActivityBoard(ActivityTuning tuning, long nowNanos) {
        this.tuning = tuning;
        focus = Mood.calm(nowNanos);
    }

    /** Takes in what was told of a session. */
    public void tell(StampedSnapshot news) {
        Key key = Key.of(news);
        Session known = sessions.get(key);
        if (known == null) {
            makeRoom();
            sessions.put(key, new Session(news));
        } else {
            known.tell(news, tuning);
        }
        told = true;
        lastTold = Math.max(lastTold, news.arrivedNanos());
    }

    /** The mood of the session that the pet follows. Allocates nothing while nothing changes. */
    public Mood focus(long nowNanos) {
        if (told || nowNanos >= nextChange) {
            focus = follow(nowNanos, told ? lastTold : nowNanos);
            told = false;
        }
        return focus;
    }

    /** When the focus changes with nothing told; {@link Long#MAX_VALUE}: never. */
    public long nextChange() {
        return nextChange;
    }

    /** @param moved when that happened which may have moved the focus */
    private Mood follow(long now, long moved) {
        sessions.values().removeIf(session -> session.goneNanos(tuning) <= now);
        nextChange = Long.MAX_VALUE;
        Session best = null;
        for (Session session : sessions.values()) {
            best = best == null || urgency(session) < urgency(best) ? session : best;
            long stale = session.staleNanos(tuning);
            nextChange = Math.min(nextChange, stale > now ? stale : session.goneNanos(tuning));
        }
        return best == null ? calmSince(now) : continued(best.mood(now, tuning), moved);
    }

    /**
     * Another session in the same state goes on with the same animation; one in another state begins it when the pet
     * turns to it, since nobody saw what it did before.
     */
    private Mood continued(Mood next, long moved) {
        if (next.state().equals(focus.state())) {
            return next.since(focus.sinceNanos());
        }
        return followed(next) ? next : next.since(Math.max(next.sinceNanos(), moved));
    }

    private boolean followed(Mood next) {
        return focus.told() != null
                && next.told() != null
                && Key.of(focus.told()).equals(Key.of(next.told()));
    }

    private Mood calmSince(long now) {
        boolean calm = focus.told() == null;
        return calm ? focus : continued(Mood.calm(now), now);
    }

    private static int urgency(Session session) {
        int rank = URGENCY.indexOf(session.state());
        if (rank >= 0) {
            return rank;
        }
        return session.state().equals(PetAnimationState.IDLE) ? URGENCY.size() + 1 : URGENCY.size();
    }

    private void makeRoom() {
        if (sessions.size() < tuning.sessions()) {
            return;
        }
        @Nullable
        Key oldest = sessions.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().told().arrivedNanos()))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (oldest != null) {
            sessions.remove(oldest);
        }
    }
}
