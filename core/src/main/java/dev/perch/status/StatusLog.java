package dev.perch.status;

import dev.perch.api.Clock;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened lately, and how all stands after that. Any thread. */
public final class StatusLog {
    /** So many events are kept, and none longer than {@link #KEPT}: whoever comes later is told how all stands instead. */
    static final int MOST_EVENTS = 1024;

    static final Duration KEPT = Duration.ofMinutes(5);

    private final StatusEpoch epoch;
    private final Clock clock;
    private final WallTime time;
    private final Deque<Kept> ring = new ArrayDeque<>();
    private Map<String, SessionProjection> known = new LinkedHashMap<>();
    private @Nullable SessionProjection active;
    private List<ThreadView> threads = List.of();
    private long sequence;

    private record Kept(StatusEvent event, long nanos) {}

    /** A log of nothing. */
    public StatusLog(StatusEpoch epoch, Clock clock, InstantSource wall) {
        this.epoch = epoch;
        this.clock = clock;
        this.time = new WallTime(clock, wall);
    }

    /** This run. */
    public StatusEpoch epoch() {
        return epoch;
    }

    /**
     * Notes what happened since the moment before.
     *
     * @return whether anything did
     */
    public synchronized boolean take(Moment moment) {
        time.look();
        Instant at = time.now();
        long before = sequence;
        Map<String, SessionProjection> now = new LinkedHashMap<>();
        moment.sessions().forEach(session -> now.put(key(session), session));
        known.forEach((key, gone) -> {
            if (!now.containsKey(key)) {
                note(EventKind.THREAD_CLOSED, at, gone);
            }
        });
        now.forEach((key, session) ->
                ThreadChange.between(known.get(key), session).forEach(kind -> note(kind, at, session)));
        known = now;
        threads = now.values().stream().map(this::view).toList();
        follow(moment.active(), at);
        return sequence != before;
    }

    private void follow(@Nullable SessionProjection next, Instant at) {
        SessionProjection last = active;
        active = next;
        if (!Objects.equals(last == null ? null : key(last), next == null ? null : key(next))) {
            note(EventKind.ACTIVE_THREAD_CHANGED, at, next);
        }
        if (!Objects.equals(last == null ? null : last.workspace(), next == null ? null : next.workspace())) {
            note(EventKind.ACTIVE_WORKSPACE_CHANGED, at, next);
        }
    }

    private void note(EventKind kind, Instant at, @Nullable SessionProjection session) {
        sequence++;
        ring.add(new Kept(new StatusEvent(sequence, kind, at, session == null ? null : view(session)), clock.nanos()));
        if (ring.size() > MOST_EVENTS) {
            ring.remove();
        }
    }

    /** How all threads stand. */
    public synchronized StatusPage page() {
        return new StatusPage(sequence, time.now(), threads, active == null ? null : view(active));
    }

    /**
     * What happened after an event, the oldest first.
     *
     * @param seen the number of that event
     * @param most so many at a time
     * @return empty: not all of it is known any more, or there was no such event
     */
    public synchronized Optional<List<StatusEvent>> after(long seen, int most) {
        forget();
        long oldest = ring.isEmpty() ? sequence + 1 : ring.element().event.sequence();
        if (seen < oldest - 1 || seen > sequence) {
            return Optional.empty();
        }
        List<StatusEvent> events = new ArrayList<>();
        for (Kept kept : ring) {
            if (kept.event.sequence() > seen && events.size() < most) {
                events.add(kept.event);
            }
        }
        return Optional.of(events);
    }

    private void forget() {
        long since = clock.nanos() - KEPT.toNanos();
        while (!ring.isEmpty() && ring.element().nanos < since) {
            ring.remove();
        }
    }

    private ThreadView view(SessionProjection session) {
        String workspace = session.workspace();
        boolean named = !session.session().equals(SessionId.MAIN);
        return new ThreadView(
                epoch.ref(key(session)),
                ThreadStanding.of(session),
                session.activity(),
                time.at(session.sinceNanos()),
                session.stale(),
                session.title(),
                workspace == null ? null : name(workspace),
                named ? session.session().id() : null,
                workspace);
    }

    /** The last part of a path, whatever system it is of. */
    private static String name(String path) {
        int end = path.length();
        while (end > 1 && isSlash(path.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSlash(path.charAt(start - 1))) {
            start--;
        }
        return path.substring(start, end);
    }

    private static boolean isSlash(char letter) {
        return letter == '/' || letter == '\\';
    }

    /** A named session is one whoever tells of it; an unnamed one is its source's own. */
    private static String key(SessionProjection session) {
        return session.session().equals(SessionId.MAIN) ? "source " + session.source() : "session " + session.session();
    }
}
