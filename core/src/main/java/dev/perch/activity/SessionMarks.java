package dev.perch.activity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the user wants of single sessions, whether they are known at the moment or not. */
public final class SessionMarks {
    /** More than anybody looks after; the one that was marked longest ago is forgotten first. */
    public static final int MOST = 500;

    /** Nothing was said of any. */
    public static final SessionMarks NONE = new SessionMarks(Map.of());

    private final Map<SessionKey, Mark> marks;

    /**
     * What the user wants of one.
     *
     * @param pinned its card comes first, always
     * @param muted only that it waits is told
     */
    record Mark(boolean pinned, boolean muted) {
        static final Mark PLAIN = new Mark(false, false);

        Mark pin(boolean on) {
            return new Mark(on, muted);
        }

        Mark mute(boolean on) {
            return new Mark(pinned, on);
        }
    }

    private SessionMarks(Map<SessionKey, Mark> marks) {
        this.marks = Collections.unmodifiableMap(marks);
    }

    Mark of(SessionKey session) {
        return marks.getOrDefault(session, Mark.PLAIN);
    }

    /** With that mark in place of what was said of the session. */
    SessionMarks with(SessionKey session, Mark mark) {
        Map<SessionKey, Mark> more = new LinkedHashMap<>(marks);
        more.remove(session);
        if (!mark.equals(Mark.PLAIN)) {
            more.put(session, mark);
        }
        if (more.size() > MOST) {
            more.remove(more.keySet().iterator().next());
        }
        return new SessionMarks(more);
    }

    /** All that are marked, the one that was marked longest ago first. */
    Map<SessionKey, Mark> all() {
        return marks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionMarks some && marks.equals(some.marks);
    }

    @Override
    public int hashCode() {
        return marks.hashCode();
    }

    @Override
    public String toString() {
        return marks.toString();
    }
}
