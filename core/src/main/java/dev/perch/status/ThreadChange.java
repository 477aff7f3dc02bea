package dev.perch.status;

import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a thread between two moments; nothing is remembered in between. */
final class ThreadChange {
    private ThreadChange() {}

    /** In the order in which it must have happened. */
    static List<EventKind> between(@Nullable SessionProjection before, SessionProjection now) {
        List<EventKind> events = new ArrayList<>();
        if (before == null) {
            events.add(EventKind.THREAD_OPENED);
        }
        SessionStatus was = before == null ? SessionStatus.IDLE : before.status();
        SessionStatus is = now.status();
        boolean another = isAnotherTurn(before, now);
        if (was == SessionStatus.WAITING_APPROVAL && (is != was || another)) {
            events.add(EventKind.APPROVAL_RESOLVED);
        }
        if (ThreadStanding.isTurn(was) && (!ThreadStanding.isTurn(is) || another)) {
            events.add(is == SessionStatus.INTERRUPTED ? EventKind.TURN_INTERRUPTED : EventKind.TURN_COMPLETED);
        }
        if (ThreadStanding.isTurn(is) && (!ThreadStanding.isTurn(was) || another)) {
            events.add(EventKind.TURN_STARTED);
        }
        if (is == SessionStatus.WAITING_APPROVAL && (is != was || another)) {
            events.add(EventKind.APPROVAL_REQUESTED);
        }
        if (standing(was) != standing(is) || before == null) {
            events.add(standing(is));
        }
        if (before != null && before.activity() != now.activity() || before == null && now.activity() != null) {
            events.add(EventKind.ACTIVITY_CHANGED);
        }
        if (now.stale() != (before != null && before.stale())) {
            events.add(EventKind.STALE);
        }
        return events;
    }

    /** Two turns with no rest between them that was seen: only a turn's own name tells them apart. */
    private static boolean isAnotherTurn(@Nullable SessionProjection before, SessionProjection now) {
        if (before == null) {
            return false;
        }
        Object was = before.metadata().get(RuntimeSnapshot.TURN_ID);
        Object is = now.metadata().get(RuntimeSnapshot.TURN_ID);
        return was != null
                && is != null
                && !was.equals(is)
                && ThreadStanding.isTurn(before.status())
                && ThreadStanding.isTurn(now.status());
    }

    private static EventKind standing(SessionStatus status) {
        return switch (status) {
            case IDLE, INTERRUPTED -> EventKind.IDLE;
            case WORKING -> EventKind.RUNNING;
            case WAITING_APPROVAL, WAITING_ANSWER -> EventKind.WAITING_FOR_USER;
            case READY -> EventKind.READY_FOR_REVIEW;
            case FAILED -> EventKind.FAILED;
        };
    }
}
