package dev.perch.activity;

import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionProjection;
import dev.perch.model.StampedSnapshot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One session as it was last told, by the source that is believed most. */
final class Session {
    private StampedSnapshot told;
    private long stateSince;
    private boolean seen;

    Session(StampedSnapshot first) {
        told = first;
        stateSince = first.arrivedNanos();
    }

    /** Takes in news, unless a source of a better rank still holds the session. */
    void tell(StampedSnapshot news, ActivityTuning tuning) {
        boolean outranked = news.rank().compareTo(told.rank()) > 0 && news.arrivedNanos() < staleNanos(tuning);
        boolean late = news.source().equals(told.source()) && news.sequence() <= told.sequence();
        if (outranked || late) {
            return;
        }
        seen &= sameEnd(news.snapshot(), told.snapshot());
        if (!news.snapshot().state().equals(told.snapshot().state())) {
            stateSince = news.arrivedNanos();
        }
        told = news;
    }

    /** Whether both tell of the same end of the same turn. */
    private static boolean sameEnd(RuntimeSnapshot one, RuntimeSnapshot other) {
        return one.state().equals(other.state())
                && Objects.equals(fact(one, RuntimeSnapshot.STATUS), fact(other, RuntimeSnapshot.STATUS))
                && Objects.equals(fact(one, RuntimeSnapshot.TURN_ID), fact(other, RuntimeSnapshot.TURN_ID));
    }

    private static @Nullable Object fact(RuntimeSnapshot snapshot, String key) {
        return snapshot.metadata().get(key);
    }

    /** The user has seen how its turn ended: it is idle until something new is told. What goes on is not hidden by it. */
    void seen() {
        seen = plain(0, false).status().isEnd();
    }

    PetAnimationState state() {
        return seen ? PetAnimationState.IDLE : told.snapshot().state();
    }

    StampedSnapshot told() {
        return told;
    }

    /** When it may no longer be true. */
    long staleNanos(ActivityTuning tuning) {
        if (state().equals(PetAnimationState.IDLE)) {
            return Long.MAX_VALUE;
        }
        long ttl = told.ttlNanos() == Long.MAX_VALUE ? tuning.lifetimeNanos(state()) : told.ttlNanos();
        return told.arrivedNanos() + ttl;
    }

    /** When it is no longer shown. */
    long goneNanos(ActivityTuning tuning) {
        long stale = staleNanos(tuning);
        return stale == Long.MAX_VALUE ? stale : stale + tuning.lingers().toNanos();
    }

    SessionProjection projection(long now, ActivityTuning tuning) {
        SessionProjection plain = plain(stateSince, now >= staleNanos(tuning));
        return seen ? plain.idle() : plain;
    }

    private SessionProjection plain(long since, boolean stale) {
        return SessionProjection.of(told, since, stale);
    }

    Mood mood(long now, ActivityTuning tuning) {
        return new Mood(state(), stateSince, told.arrivedNanos(), now >= staleNanos(tuning), told);
    }
}
