package dev.perch.api;

import dev.perch.model.BubbleText;
import dev.perch.model.SessionProjection;
import java.util.Objects;

/**
 * One session as it is told.
 *
 * @param session what is told of
 * @param level how much it wants the user's eye
 * @param text the words
 */
public record OverlayNotification(SessionProjection session, NotificationLevel level, BubbleText text) {
    /** @throws NullPointerException when anything is missing */
    public OverlayNotification {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
    }
}
