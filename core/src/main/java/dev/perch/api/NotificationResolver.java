package dev.perch.api;

import dev.perch.model.QuietLevel;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which sessions are told to the user, in which order, and how the badge looks. The first that is registered answers;
 * where it faults or is late, the built-in one does.
 *
 * <p>Asked on the plugin's worker when sessions change, at most ten times a second; the render thread shows the last answer.
 */
public interface NotificationResolver {
    /** A word. */
    String id();

    /** What to tell of those sessions. */
    NotificationProjectionResult project(Input input);

    /** How much a status wants the user's eye. */
    NotificationLevel levelForStatus(SessionStatus status);

    /** How the badge looks for a notification; for null: nothing is told. */
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
