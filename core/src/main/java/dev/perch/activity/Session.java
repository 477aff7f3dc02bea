package dev.perch.activity;

import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionProjection;
import dev.perch.model.StampedSnapshot;

/** One session as it was last told, by the source that is believed most. */
final class Session {
    private StampedSnapshot told;
    private long stateSince;

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
        if (!news.snapshot().state().equals(told.snapshot().state())) {
            stateSince = news.arrivedNanos();
        }
        told = news;
    }

    PetAnimationState state() {
        return told.snapshot().state();
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
        return SessionProjection.of(told, stateSince, now >= staleNanos(tuning));
    }

    Mood mood(long now, ActivityTuning tuning) {
        return new Mood(state(), stateSince, told.arrivedNanos(), now >= staleNanos(tuning), told);
    }
}
