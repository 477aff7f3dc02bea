package dev.perch.runtime;

import dev.perch.bridge.CodexSource;
import dev.perch.model.SessionProjection;
import dev.perch.model.StampedSnapshot;
import dev.perch.status.Moment;
import dev.perch.status.StatusFeed;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands what a window shows of the sessions to the status feed: nothing where only the window moved. How a
 * connection to Codex stands is no thread. Render thread. */
public final class StatusTap implements Consumer<OnShow> {
    private final StatusFeed feed;
    private List<SessionProjection> sessions = List.of();
    private @Nullable StampedSnapshot followed;

    /** A tap that has told nothing yet. */
    public StatusTap(StatusFeed feed) {
        this.feed = feed;
    }

    @Override
    public void accept(OnShow shown) {
        if (shown.sessions() != sessions || !Objects.equals(shown.overall().told(), followed)) {
            sessions = shown.sessions();
            followed = shown.overall().told();
            List<SessionProjection> threads = sessions.stream()
                    .filter(one -> !one.session().id().equals(CodexSource.LINK))
                    .toList();
            feed.publish(new Moment(threads, active(threads)));
        }
    }

    private @Nullable SessionProjection active(List<SessionProjection> threads) {
        for (SessionProjection session : threads) {
            if (followed != null
                    && session.session().equals(followed.session())
                    && session.source().equals(followed.source())) {
                return session;
            }
        }
        return null;
    }
}
