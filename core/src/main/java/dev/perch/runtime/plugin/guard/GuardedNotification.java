package dev.perch.runtime.plugin.guard;

import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.NotificationResolver;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.OverlayNotification;
import dev.perch.model.SessionStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resolver of others: its last answers, and those of the next resolver until there are any. */
final class GuardedNotification implements NotificationResolver, Fallible<NotificationResolver> {
    /** A stale notification names the minutes: it is asked for anew now and then though no session changed. */
    private static final long ANEW_NANOS = Duration.ofSeconds(30).toNanos();

    private final String id;
    private final NotificationResolver next;
    private final GuardedPlugin plugin;
    private final NotificationResolver own;
    private final LatestAnswer<Input, NotificationProjectionResult> projection;
    private final Answers<SessionStatus, NotificationLevel> levels;
    private final Answers<Optional<OverlayNotification>, NotificationVisualState> visuals;

    /** @param next answers meanwhile */
    GuardedNotification(GuardedPlugin plugin, String id, NotificationResolver own, NotificationResolver next) {
        this.plugin = plugin;
        this.id = id;
        this.own = own;
        this.next = next;
        String what = "its notification resolver " + id;
        projection = new LatestAnswer<>(
                plugin, what, plugin.limits().pause(), GuardedNotification::sameSessions, own::project);
        levels = new Answers<>(plugin, what, own::levelForStatus);
        visuals = new Answers<>(plugin, what, told -> own.visualForNotification(told.orElse(null)));
    }

    @Override
    public NotificationResolver orElse(NotificationResolver other) {
        return new GuardedNotification(plugin, id, own, other);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public NotificationProjectionResult project(Input input) {
        NotificationProjectionResult answer = projection.get(input);
        return answer == null ? next.project(input) : answer;
    }

    @Override
    public NotificationLevel levelForStatus(SessionStatus status) {
        NotificationLevel answer = levels.get(status);
        return answer == null ? next.levelForStatus(status) : answer;
    }

    @Override
    public NotificationVisualState visualForNotification(@Nullable OverlayNotification notification) {
        NotificationVisualState answer = visuals.get(Optional.ofNullable(notification));
        return answer == null ? next.visualForNotification(notification) : answer;
    }

    private static boolean sameSessions(Input one, Input other) {
        return one.quiet() == other.quiet()
                && other.nowNanos() - one.nowNanos() < ANEW_NANOS
                && one.sessions().equals(other.sessions());
    }
}
