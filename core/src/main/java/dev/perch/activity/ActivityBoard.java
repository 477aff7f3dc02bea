package dev.perch.activity;

import dev.perch.activity.SessionMarks.Mark;
import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.NotificationResolver;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.OverlayNotification;
import dev.perch.model.Mood;
import dev.perch.model.QuietLevel;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.model.SourceId;
import dev.perch.model.StampedSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All sessions that are known, what is told of them, and which of them a pet follows that tells of all: that of the first
 * notification.
 * Render thread only; it reads no clock.
 */
public final class ActivityBoard {
    /** A stale notification says how many minutes ago its session was heard of. */
    private static final long NOTE_NANOS = 60_000_000_000L;

    private final ActivityTuning tuning;
    private final NotificationResolver resolver;
    private QuietLevel quiet;
    private final Map<SessionKey, Session> sessions = new LinkedHashMap<>();
    private final Follower all;
    private SessionMarks marks = SessionMarks.NONE;
    private Consumer<SessionMarks> marked = changed -> {};
    private NotificationProjectionResult notifications;
    private List<SessionProjection> alive = List.of();
    private long nextChange = Long.MAX_VALUE;
    private boolean told;
    private long lastTold = Long.MIN_VALUE;
    private long moved;
    private int revision;

    /**
     * A board with no sessions.
     *
     * @param resolver says what is told, in which order
     * @param quiet how much of it may be read at first
     * @param nowNanos since when nothing is going on
     */
    public ActivityBoard(ActivityTuning tuning, NotificationResolver resolver, QuietLevel quiet, long nowNanos) {
        this.tuning = tuning;
        this.resolver = resolver;
        this.quiet = quiet;
        notifications = new NotificationProjectionResult(List.of(), resolver.visualForNotification(null));
        all = new Follower(this, Part.ALL, nowNanos);
    }

    /** Takes in what was told of a session. */
    public void tell(StampedSnapshot news) {
        SessionKey key = SessionKey.of(news);
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

    /** The mood of the session that a pet follows which tells of all. Allocates nothing while nothing changes. */
    public Mood focus(long nowNanos) {
        return all.focus(nowNanos);
    }

    /** Forgets who is gone by that time, and has what is told put into words anew where it may be something else. */
    void bringTo(long nowNanos) {
        if (told || nowNanos >= nextChange) {
            moved = told ? lastTold : nowNanos;
            told = false;
            revision++;
            renew(nowNanos);
        }
    }

    /** Another number as soon as sessions or what is told of them may be others. */
    int revision() {
        return revision;
    }

    /** When that happened which last may have moved the focus. */
    long movedNanos() {
        return moved;
    }

    /** What is told as of the last {@link #focus}, the most urgent first. The same object until it is something else. */
    public NotificationProjectionResult notifications() {
        return notifications;
    }

    /** The stack: what the user has pinned, then what is told, then what is muted. As of the last {@link #focus}. */
    public List<SessionCard> cards() {
        List<SessionCard> cards = new ArrayList<>();
        Set<SessionKey> shown = new HashSet<>();
        Stream<SessionProjection> pinned = alive.stream().filter(one -> is(one, Mark::pinned));
        Stream<SessionProjection> told = notifications.notifications().stream().map(OverlayNotification::session);
        Stream<SessionProjection> muted =
                alive.stream().filter(one -> is(one, Mark::muted) && one.status() != SessionStatus.IDLE);
        Stream.of(pinned, told, muted).flatMap(some -> some).forEach(one -> {
            SessionKey key = SessionKey.of(one);
            if (sessions.containsKey(key) && shown.add(key)) {
                Mark mark = marks.of(key);
                cards.add(new SessionCard(one, BubbleWords.sign(one), mark.pinned(), mark.muted()));
            }
        });
        return cards;
    }

    /** The user has seen how that session ended: nothing is told of it until something new is. */
    public void seen(SourceId source, SessionId session) {
        Session known = sessions.get(SessionKey.of(source, session));
        if (known != null) {
            known.seen();
            told = true;
        }
    }

    /** That session's card comes first, and stays while nothing goes on in it. */
    public void pin(SourceId source, SessionId session, boolean on) {
        SessionKey key = SessionKey.of(source, session);
        mark(key, marks.of(key).pin(on));
    }

    /** Of that session nothing is told but that it needs the user. */
    public void mute(SourceId source, SessionId session, boolean on) {
        SessionKey key = SessionKey.of(source, session);
        mark(key, marks.of(key).mute(on));
    }

    /**
     * Has the user's marks be those, whichever sessions come.
     *
     * @param changed told of all marks whenever the user has set one since; on the render thread, so it must return at once
     */
    public void remember(SessionMarks known, Consumer<SessionMarks> changed) {
        marks = known;
        marked = changed;
        told = true;
    }

    private void mark(SessionKey session, Mark mark) {
        marks = marks.with(session, mark);
        marked.accept(marks);
        told = true;
    }

    private boolean is(SessionProjection one, Predicate<Mark> wish) {
        return wish.test(marks.of(SessionKey.of(one)));
    }

    private List<SessionProjection> wanted() {
        return alive.stream().filter(this::wanted).toList();
    }

    private boolean wanted(SessionProjection one) {
        return !is(one, Mark::muted) || resolver.levelForStatus(one.status()) == NotificationLevel.NEEDS_YOU;
    }

    /** All sessions as of the last {@link #focus}, in the order of their arrival. The same object until one may be another. */
    public List<SessionProjection> sessions() {
        return alive;
    }

    /** How much may be read. */
    public QuietLevel quiet() {
        return quiet;
    }

    /** So much may be read from now on. */
    public void setQuiet(QuietLevel level) {
        if (quiet != level) {
            quiet = level;
            askAgain();
        }
    }

    /** Has the resolver asked again: it may answer otherwise than before. */
    public void askAgain() {
        told = true;
    }

    /** When the focus changes with nothing told; {@link Long#MAX_VALUE}: never. */
    public long nextChange() {
        return nextChange;
    }

    /** How the badge of a pet looks that tells of this first; null: of nothing. */
    NotificationVisualState badge(@Nullable OverlayNotification first) {
        return resolver.visualForNotification(first);
    }

    private void renew(long now) {
        sessions.values().removeIf(session -> session.goneNanos(tuning) <= now);
        nextChange = Long.MAX_VALUE;
        List<SessionProjection> known = new ArrayList<>();
        for (Session session : sessions.values()) {
            known.add(session.projection(now, tuning));
            long stale = session.staleNanos(tuning);
            long next = stale > now ? stale : Math.min(session.goneNanos(tuning), now + NOTE_NANOS);
            nextChange = Math.min(nextChange, next);
        }
        alive = List.copyOf(known);
        notifications = resolver.project(new NotificationResolver.Input(wanted(), quiet, now));
    }

    /** The session of that projection, or null when it is gone. */
    @Nullable
    Session find(SessionProjection told) {
        return sessions.get(SessionKey.of(told));
    }

    /** The mood of a pet that follows that session. */
    Mood mood(Session session, long nowNanos) {
        return session.mood(nowNanos, tuning);
    }

    /** Whether both are about one session. */
    static boolean sameSession(StampedSnapshot one, StampedSnapshot other) {
        return SessionKey.of(one).equals(SessionKey.of(other));
    }

    private void makeRoom() {
        if (sessions.size() < tuning.sessions()) {
            return;
        }
        @Nullable
        SessionKey oldest = sessions.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().told().arrivedNanos()))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (oldest != null) {
            sessions.remove(oldest);
        }
    }
}
