package dev.perch.activity;

import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.NotificationResolver;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.OverlayNotification;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.model.StatusSign;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every session but the idle ones: needs you before failed before ready before working before anything else
 * (openai/codex pets, order of the badge); of equals the one that came first.
 */
public final class SessionNotifications implements NotificationResolver {
    @Override
    public String id() {
        return "sessions";
    }

    @Override
    public NotificationProjectionResult project(Input input) {
        List<OverlayNotification> told = input.sessions().stream()
                .filter(session -> session.status() != SessionStatus.IDLE)
                .map(session -> new OverlayNotification(
                        session, level(session), BubbleWords.of(session, input.quiet(), input.nowNanos())))
                .sorted(Comparator.comparing(OverlayNotification::level).reversed())
                .toList();
        return new NotificationProjectionResult(told, visualForNotification(told.isEmpty() ? null : told.get(0)));
    }

    @Override
    public NotificationLevel levelForStatus(SessionStatus status) {
        return switch (status) {
            case IDLE, INTERRUPTED -> NotificationLevel.NONE;
            case WORKING -> NotificationLevel.WORKING;
            case WAITING_APPROVAL, WAITING_ANSWER -> NotificationLevel.NEEDS_YOU;
            case READY -> NotificationLevel.READY;
            case FAILED -> NotificationLevel.FAILED;
        };
    }

    @Override
    public NotificationVisualState visualForNotification(@Nullable OverlayNotification notification) {
        return notification == null
                ? new NotificationVisualState(StatusSign.NONE, false)
                : new NotificationVisualState(
                        notification.text().sign(), notification.session().stale());
    }

    private NotificationLevel level(SessionProjection session) {
        boolean greets = BubbleWords.sign(session) == StatusSign.NONE;
        return greets ? NotificationLevel.NONE : levelForStatus(session.status());
    }
}
