package dev.perch.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.NotificationLevel;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.api.NotificationResolver.Input;
import dev.perch.api.NotificationVisualState;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.model.StatusSign;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SessionNotificationsTest {
    private final SessionNotifications resolver = new SessionNotifications();

    @Test
    void whatNeedsTheUserComesFirstAndOfEqualsWhatCameFirst() {
        NotificationProjectionResult told = project(
                session("wave", "waving", Map.of()),
                session("work", "running", Map.of()),
                session("ready", "review", Map.of()),
                session("idle", "idle", Map.of()),
                session("failed", "failed", Map.of()),
                session("waits", "waiting", Map.of()),
                session("asks", "running", Map.of(RuntimeSnapshot.STATUS, "waiting-approval")));

        assertEquals(List.of("waits", "asks", "failed", "ready", "work", "wave"), names(told));
        assertEquals(new NotificationVisualState(StatusSign.NEEDS_INPUT, false), told.badge());
    }

    @Test
    void aStatusInTheMetadataSaysMoreThanTheState() {
        NotificationProjectionResult told = project(session("s", "thinking", Map.of(RuntimeSnapshot.STATUS, "ready")));

        assertEquals(StatusSign.READY, told.notifications().get(0).text().sign());
        assertEquals(NotificationLevel.READY, told.notifications().get(0).level());
    }

    @Test
    void aWordOfWorkIsShownAsWorkAndAGreetingAsNone() {
        assertEquals(StatusSign.WORKING, BubbleWords.sign(new PetAnimationState("running-command")));
        assertEquals(StatusSign.NONE, BubbleWords.sign(PetAnimationState.WAVING));
        assertEquals(StatusSign.NONE, BubbleWords.sign(new PetAnimationState("juggling")));
        assertTrue(project(session("s", "jumping", Map.of())).notifications().size() == 1, "but it is acted out");
    }

    @Test
    void whatMayNotBeReadIsNotInTheWords() {
        Input input = new Input(List.of(session("s", "running", Map.of())), QuietLevel.STATE, 0);

        assertEquals("", resolver.project(input).notifications().get(0).text().title());
    }

    @Test
    void everyStatusHasALevelAndNothingToldHasNoSign() {
        List<NotificationLevel> levels = Arrays.stream(SessionStatus.values())
                .map(resolver::levelForStatus)
                .toList();

        assertEquals(
                List.of(
                        NotificationLevel.NONE,
                        NotificationLevel.WORKING,
                        NotificationLevel.NEEDS_YOU,
                        NotificationLevel.NEEDS_YOU,
                        NotificationLevel.READY,
                        NotificationLevel.FAILED,
                        NotificationLevel.NONE),
                levels);
        assertEquals(new NotificationVisualState(StatusSign.NONE, false), resolver.visualForNotification(null));
        assertFalse(project().badge().stale());
    }

    private NotificationProjectionResult project(SessionProjection... sessions) {
        return resolver.project(new Input(List.of(sessions), QuietLevel.FULL, 0));
    }

    private static List<String> names(NotificationProjectionResult told) {
        return told.notifications().stream()
                .map(notification -> notification.session().session().id())
                .toList();
    }

    private static SessionProjection session(String id, String state, Map<String, Object> metadata) {
        RuntimeSnapshot snapshot = new RuntimeSnapshot(new PetAnimationState(state), "a title", null, metadata);
        return SessionProjection.of(
                new StampedSnapshot(
                        new SourceId("test"), SourceRank.CONFIGURED, new SessionId(id), 1, 0, Long.MAX_VALUE, snapshot),
                0,
                false);
    }
}
