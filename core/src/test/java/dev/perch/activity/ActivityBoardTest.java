package dev.perch.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionStatus;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ActivityBoardTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final ActivityBoard board = board(ActivityTuning.DEFAULT);
    private long sequence;

    @Test
    void withNothingToldThePetIsCalmForGood() {
        Mood mood = board.focus(0);
        assertEquals(PetAnimationState.IDLE, mood.state());
        assertSame(mood, board.focus(1_000 * MINUTE));
        assertEquals(Long.MAX_VALUE, board.nextChange());
    }

    @Test
    void theMostUrgentSessionIsFollowed() {
        tell("a", PetAnimationState.RUNNING, 1);
        tell("b", PetAnimationState.REVIEW, 2);
        assertEquals(PetAnimationState.REVIEW, board.focus(3).state());
        tell("c", PetAnimationState.FAILED, 4);
        assertEquals(PetAnimationState.FAILED, board.focus(5).state());
        tell("d", PetAnimationState.WAITING, 6);
        assertEquals(PetAnimationState.WAITING, board.focus(7).state());
        tell("d", PetAnimationState.IDLE, 8);
        assertEquals(PetAnimationState.FAILED, board.focus(9).state());
    }

    @Test
    void newTextInTheSameStateDoesNotBeginTheStateAnew() {
        tell("a", PetAnimationState.RUNNING, 5);
        board.focus(6);
        tell("a", PetAnimationState.RUNNING, 900);
        assertEquals(5, board.focus(901).sinceNanos());
        assertEquals(900, board.focus(901).newsNanos());
    }

    @Test
    void anotherSessionInTheSameStateGoesOnWithTheSameAnimation() {
        tell("a", PetAnimationState.RUNNING, 5);
        board.focus(6);
        tell("b", PetAnimationState.RUNNING, 50);
        tell("a", PetAnimationState.IDLE, 60);
        assertEquals(5, board.focus(61).sinceNanos());
    }

    @Test
    void aStateThatWaitedBehindAnotherIsActedOutWhenThePetTurnsToIt() {
        tell("a", PetAnimationState.WAITING, 0);
        tell("b", PetAnimationState.FAILED, SECOND);
        board.focus(SECOND);
        tell("a", PetAnimationState.IDLE, 20 * SECOND);
        Mood mood = board.focus(20 * SECOND + 5);
        assertEquals(PetAnimationState.FAILED, mood.state());
        assertEquals(20 * SECOND, mood.sinceNanos());
    }

    @Test
    void unnamedSessionsOfTwoSourcesAreTwo() {
        board.tell(stamped("main", SourceRank.CONFIGURED, "file", 1, PetAnimationState.WAITING, 1, Long.MAX_VALUE));
        board.tell(stamped("main", SourceRank.CONFIGURED, "file-2", 1, PetAnimationState.RUNNING, 2, Long.MAX_VALUE));
        assertEquals(PetAnimationState.WAITING, board.focus(3).state());
        board.tell(stamped("main", SourceRank.CONFIGURED, "file", 2, PetAnimationState.IDLE, 4, Long.MAX_VALUE));
        assertEquals(PetAnimationState.RUNNING, board.focus(5).state());
    }

    @Test
    void aRunningStateIsStaleAfterThreeMinutesAndGoneAfterThreeMore() {
        tell("a", PetAnimationState.RUNNING, 0);
        assertFalse(board.focus(3 * MINUTE - 1).stale());
        assertEquals(3 * MINUTE, board.nextChange());
        assertTrue(board.focus(3 * MINUTE).stale());
        assertEquals(4 * MINUTE, board.nextChange(), "its note names the minutes");
        Mood gone = board.focus(6 * MINUTE);
        assertEquals(PetAnimationState.IDLE, gone.state());
        assertNull(gone.told());
    }

    @Test
    void aTimeToLiveOfItsOwnComesBeforeTheStatesTime() {
        board.tell(stamped("a", SourceRank.INGRESS, "x", ++sequence, PetAnimationState.RUNNING, 0, 30 * SECOND));
        assertFalse(board.focus(30 * SECOND - 1).stale());
        assertTrue(board.focus(30 * SECOND).stale());
    }

    @Test
    void aLowerSourceNeverOverridesALiveHigherOne() {
        board.tell(stamped("a", SourceRank.APP_SERVER, "app", 1, PetAnimationState.RUNNING, 0, 60 * SECOND));
        board.tell(stamped("a", SourceRank.HOOKS, "hooks", 1, PetAnimationState.FAILED, 10 * SECOND, Long.MAX_VALUE));
        assertEquals(PetAnimationState.RUNNING, board.focus(11 * SECOND).state());
        board.tell(stamped("a", SourceRank.HOOKS, "hooks", 2, PetAnimationState.FAILED, 61 * SECOND, Long.MAX_VALUE));
        assertEquals(PetAnimationState.FAILED, board.focus(62 * SECOND).state());
    }

    @Test
    void aLateSnapshotOfTheSameSourceIsRefused() {
        board.tell(stamped("a", SourceRank.HOOKS, "hooks", 9, PetAnimationState.REVIEW, 0, Long.MAX_VALUE));
        board.tell(stamped("a", SourceRank.HOOKS, "hooks", 8, PetAnimationState.RUNNING, 1, Long.MAX_VALUE));
        assertEquals(PetAnimationState.REVIEW, board.focus(2).state());
    }

    @Test
    void theSessionHeardOfLongestAgoMakesRoom() {
        ActivityBoard small = board(new ActivityTuning(
                ActivityTuning.DEFAULT.lifetimes(), Duration.ofMinutes(3), Duration.ofMinutes(3), 2));
        small.tell(stamped("old", SourceRank.HOOKS, "h", 1, PetAnimationState.WAITING, 1, Long.MAX_VALUE));
        small.tell(stamped("b", SourceRank.HOOKS, "h", 2, PetAnimationState.RUNNING, 2, Long.MAX_VALUE));
        small.tell(stamped("c", SourceRank.HOOKS, "h", 3, PetAnimationState.RUNNING, 3, Long.MAX_VALUE));
        assertEquals(PetAnimationState.RUNNING, small.focus(4).state());
    }

    @Test
    void anEndThatWasSeenIsTiedToItsTurn() {
        board.tell(ended("a", "turn-1", 1));
        assertEquals(PetAnimationState.REVIEW, board.focus(2).state());
        board.seen(new SourceId("codex"), new SessionId("a"));
        assertEquals(PetAnimationState.IDLE, board.focus(3).state());
        assertEquals(SessionStatus.IDLE, board.sessions().get(0).status());
        assertEquals(List.of(), board.cards());
        board.tell(ended("a", "turn-1", 4));
        assertEquals(PetAnimationState.IDLE, board.focus(5).state(), "told again, it is the same end");
        board.tell(ended("a", "turn-2", 6));
        assertEquals(PetAnimationState.REVIEW, board.focus(7).state());
    }

    @Test
    void whatGoesOnCannotBeSeenAway() {
        tell("a", PetAnimationState.WAITING, 1);
        board.seen(new SourceId("file"), new SessionId("a"));
        assertEquals(PetAnimationState.WAITING, board.focus(2).state());
    }

    @Test
    void aMutedSessionIsHeardOfOnlyWhenItWaits() {
        tell("a", PetAnimationState.RUNNING, 1);
        board.focus(2);
        board.mute(new SourceId("file"), new SessionId("a"), true);
        assertEquals(List.of(), told(board, 3));
        assertEquals(1, board.cards().size());
        assertTrue(board.cards().get(0).muted());
        tell("a", PetAnimationState.WAITING, 4);
        assertEquals(List.of("a"), told(board, 5));
        board.mute(new SourceId("file"), new SessionId("a"), false);
        tell("a", PetAnimationState.RUNNING, 6);
        assertEquals(List.of("a"), told(board, 7));
    }

    @Test
    void aPinnedCardComesFirstAndStays() {
        tell("a", PetAnimationState.RUNNING, 1);
        tell("b", PetAnimationState.WAITING, 2);
        board.focus(3);
        assertEquals(List.of("b", "a"), cards());
        board.pin(new SourceId("file"), new SessionId("a"), true);
        board.focus(4);
        assertEquals(List.of("a", "b"), cards());
        tell("a", PetAnimationState.IDLE, 5);
        board.focus(6);
        assertEquals(List.of("a", "b"), cards());
    }

    private List<String> cards() {
        return board.cards().stream().map(card -> card.session().session().id()).toList();
    }

    private static List<String> told(ActivityBoard board, long now) {
        board.focus(now);
        return board.notifications().notifications().stream()
                .map(one -> one.session().session().id())
                .toList();
    }

    private StampedSnapshot ended(String session, String turn, long at) {
        RuntimeSnapshot snapshot = new RuntimeSnapshot(
                PetAnimationState.REVIEW,
                "Done",
                null,
                Map.of(RuntimeSnapshot.STATUS, "ready", RuntimeSnapshot.TURN_ID, turn));
        return new StampedSnapshot(
                new SourceId("codex"),
                SourceRank.APP_SERVER,
                new SessionId(session),
                ++sequence,
                at,
                Long.MAX_VALUE,
                snapshot);
    }

    private static ActivityBoard board(ActivityTuning tuning) {
        return new ActivityBoard(tuning, new SessionNotifications(), QuietLevel.FULL, 0);
    }

    private void tell(String session, PetAnimationState state, long at) {
        board.tell(stamped(session, SourceRank.CONFIGURED, "file", ++sequence, state, at, Long.MAX_VALUE));
    }

    private static StampedSnapshot stamped(
            String session, SourceRank rank, String source, long sequence, PetAnimationState state, long at, long ttl) {
        return new StampedSnapshot(
                new SourceId(source),
                rank,
                new SessionId(session),
                sequence,
                at,
                ttl,
                RuntimeSnapshot.of(state, "a title"));
    }
}
