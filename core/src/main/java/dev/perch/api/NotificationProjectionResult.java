package dev.perch.api;

import java.util.List;
import java.util.Objects;

/**
 * What is told.
 *
 * @param notifications the most urgent first; the first one is what the pet acts out and says
 * @param badge how the badge looks
 */
public record NotificationProjectionResult(List<OverlayNotification> notifications, NotificationVisualState badge) {
    /** Copies the list. @throws NullPointerException when anything is missing */
    public NotificationProjectionResult {
        Objects.requireNonNull(badge, "badge");
        notifications = List.copyOf(notifications);
    }
}
