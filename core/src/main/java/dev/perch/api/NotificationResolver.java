package dev.perch.api;

import dev.perch.model.QuietLevel;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which sessions are told to the user, in which order, and how the badge looks. The first that is registered answers;
 * where it faults or is late, the next one does, at last the built-in one. What it throws counts as a fault.
 *
 * <p>Asked on the plugin's worker; the render thread shows the last answer.
 */
public interface NotificationResolver {
    /** A word. */
    String id();

    /** What to tell of those sessions. Asked when they change, ten times a second at most, and when words have aged. */
    NotificationProjectionResult project(Input input);

    /**
     * How much a status wants the user's eye. Of a session that the user has muted, {@link #project} hears only while its
     * status is {@link NotificationLevel#NEEDS_YOU}. Asked once for each status.
     */
    NotificationLevel levelForStatus(SessionStatus status);

    /**
     * How the badge looks of a pet that tells of this first, where several pets share the sessions; for null: it tells of
     * nothing. The badge of one pet that tells of all is the projection's. Asked once for each notification.
     */
    NotificationVisualState visualForNotification(@Nullable OverlayNotification notification);

    /**
     * What a resolver is given.
     *
     * @param sessions all that are alive, in the order of their arrival
     * @param quiet how much of what an agent says may be read
     * @param nowNanos by the runtime's clock
     */
    record Input(List<SessionProjection> sessions, QuietLevel quiet, long nowNanos) {}
}
