package dev.perch.status;

import dev.perch.model.ActivityCategory;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import java.util.Locale;

/** How a thread stands, for readers: a word of the protocol. */
public enum ThreadStanding {
    IDLE,
    RUNNING,
    WAITING,
    REVIEW,
    FAILED,
    /** Its source said a word that Perch does not know. */
    UNKNOWN;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ThreadStanding of(SessionProjection session) {
        return switch (session.status()) {
            case IDLE, INTERRUPTED -> IDLE;
            case WORKING -> saysWork(session) ? RUNNING : UNKNOWN;
            case WAITING_APPROVAL, WAITING_ANSWER -> WAITING;
            case READY -> REVIEW;
            case FAILED -> FAILED;
        };
    }

    /** Any word that a pet could act out is taken for work where nothing else is said; only these mean it. */
    private static boolean saysWork(SessionProjection session) {
        String word = session.state().id();
        return session.metadata().containsKey(RuntimeSnapshot.STATUS)
                || word.startsWith("running")
                || ActivityCategory.of(word) != null;
    }

    static boolean isTurn(SessionStatus status) {
        return switch (status) {
            case WORKING, WAITING_APPROVAL, WAITING_ANSWER -> true;
            case IDLE, READY, FAILED, INTERRUPTED -> false;
        };
    }
}
