package dev.perch.activity;

import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SourceId;
import dev.perch.model.StampedSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Which session it is: one that a source named is one session whoever tells of it; an unnamed one is its source's own.
 *
 * @param source of an unnamed one
 */
record SessionKey(SessionId session, @Nullable SourceId source) {
    static SessionKey of(SourceId source, SessionId session) {
        return new SessionKey(session, session.equals(SessionId.MAIN) ? source : null);
    }

    static SessionKey of(StampedSnapshot news) {
        return of(news.source(), news.session());
    }

    static SessionKey of(SessionProjection told) {
        return of(told.source(), told.session());
    }
}
