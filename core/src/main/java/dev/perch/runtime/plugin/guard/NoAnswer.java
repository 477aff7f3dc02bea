package dev.perch.runtime.plugin.guard;

import dev.perch.api.LayoutResolver;
import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.NotificationResolver;
import dev.perch.api.NotificationVisualState;
import dev.perch.api.OverlayMeasuredElements;
import dev.perch.api.OverlayNotification;
import dev.perch.api.OverlayViewportDefaults;
import dev.perch.model.SessionStatus;
import dev.perch.model.StatusSign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a chain of resolvers: nothing is told, nothing moves. */
final class NoAnswer {
    static final NotificationResolver OF_NOTICES = new NotificationResolver() {
        @Override
        public String id() {
            return "nothing";
        }

        @Override
        public NotificationProjectionResult project(NotificationResolver.Input input) {
            return new NotificationProjectionResult(List.of(), visualForNotification(null));
        }

        @Override
        public NotificationLevel levelForStatus(SessionStatus status) {
            return NotificationLevel.NONE;
        }

        @Override
        public NotificationVisualState visualForNotification(@Nullable OverlayNotification notification) {
            return new NotificationVisualState(StatusSign.NONE, false);
        }
    };

    static final LayoutResolver OF_PLACES = new LayoutResolver() {
        @Override
        public String id() {
            return "nowhere";
        }

        @Override
        public OverlayViewportDefaults defaults() {
            return new OverlayViewportDefaults(80, 120, 0);
        }

        @Override
        public @Nullable OverlayMeasuredElements measure(LayoutResolver.Input input) {
            return null;
        }

        @Override
        public boolean equals(@Nullable OverlayMeasuredElements previous, OverlayMeasuredElements next) {
            return next.equals(previous);
        }
    };

    private NoAnswer() {}
}
