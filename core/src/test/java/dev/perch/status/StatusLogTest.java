package dev.perch.status;

import static dev.perch.status.Sessions.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened, out of how all stood before and stands now. */
final class StatusLogTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final FakeClock clock = new FakeClock();
    private final StatusLog log =
            new StatusLog(new StatusEpoch(new Random(7)), clock, () -> NOON.plusNanos(clock.nanos()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "idle             | working          | turn-started running",
                "working          | ready            | turn-completed ready-for-review",
                "working          | idle             | turn-completed idle",
                "working          | interrupted      | turn-interrupted idle",
                "working          | failed           | turn-completed failed",
                "idle             | failed           | failed",
                "working          | waiting-approval | approval-requested waiting-for-user",
                "waiting-approval | working          | approval-resolved running",
                "waiting-approval | interrupted      | approval-resolved turn-interrupted idle",
                "waiting-approval | waiting-answer   | approval-resolved",
                "waiting-answer   | waiting-approval | approval-requested",
                "working          | waiting-answer   | waiting-for-user",
                "ready            | idle             | idle",
                "ready            | working          | turn-started running",
                "working          | working          | ''",
                "interrupted      | idle             | ''",
                "failed           | waiting-approval | turn-started approval-requested waiting-for-user"
            })
    void eachChangeOfAStandingIsTold(String before, String now, String events) {
        take(session("a", SessionStatus.of(before)));
        long seen = log.page().sequence();
        take(session("a", SessionStatus.of(now)));
        assertEquals(events, wordsAfter(seen));
    }

    @Test
    void aThreadIsOpenedFollowedAndClosed() {
        take(session("a", SessionStatus.WORKING));
        assertEquals(
                "thread-opened turn-started running active-thread-changed active-workspace-changed", wordsAfter(0));
        long seen = log.page().sequence();
        log.take(Moment.NOTHING);
        assertEquals("thread-closed active-thread-changed active-workspace-changed", wordsAfter(seen));
        assertEquals(List.of(), log.page().threads());
    }

    @Test
    void twoTurnsWithNoRestBetweenAreToldApartByTheirNames() {
        take(session("a", SessionStatus.WORKING, Map.of("turnId", "1")));
        long seen = log.page().sequence();
        take(session("a", SessionStatus.WORKING, Map.of("turnId", "2")));
        assertEquals("turn-completed turn-started", wordsAfter(seen));
    }

    @Test
    void anActivityAndAgeingAreTold() {
        take(session("a", SessionStatus.WORKING));
        long seen = log.page().sequence();
        take(session("a", SessionStatus.WORKING, Map.of("activity", "editing")));
        take(Sessions.stale(session("a", SessionStatus.WORKING, Map.of("activity", "editing"))));
        assertEquals("activity-changed stale", wordsAfter(seen));
        assertTrue(log.page().threads().get(0).stale());
        seen = log.page().sequence();
        take(session("a", SessionStatus.WORKING, Map.of("activity", "editing")));
        assertEquals("stale", wordsAfter(seen), "no more");
    }

    @Test
    void whatTellsNothingNewIsNoEvent() {
        take(session("a", SessionStatus.WORKING));
        assertFalse(take(session("a", SessionStatus.WORKING)));
    }

    @Test
    void aReaderWithinTheRingMissesNothingAndReadsNothingTwice() {
        List<Long> read = new ArrayList<>();
        long seen = 0;
        for (int turn = 0; turn < 5_000; turn++) {
            take(session("a", turn % 2 == 0 ? SessionStatus.WORKING : SessionStatus.IDLE));
            if (turn % 7 == 0) {
                for (List<StatusEvent> some = log.after(seen, 64).orElseThrow(); !some.isEmpty(); ) {
                    some.forEach(event -> read.add(event.sequence()));
                    seen = some.get(some.size() - 1).sequence();
                    some = log.after(seen, 64).orElseThrow();
                }
            }
        }
        for (int i = 0; i < read.size(); i++) {
            assertEquals(i + 1, read.get(i));
        }
        assertTrue(read.size() > 9_000);
    }

    @Test
    void aReaderThatFellOutOfTheRingIsTold() {
        for (int turn = 0; turn < StatusLog.MOST_EVENTS; turn++) {
            take(session("a", turn % 2 == 0 ? SessionStatus.WORKING : SessionStatus.IDLE));
        }
        long last = log.page().sequence();
        assertTrue(log.after(last - StatusLog.MOST_EVENTS - 1, 9).isEmpty());
        assertEquals(9, log.after(last - StatusLog.MOST_EVENTS, 9).orElseThrow().size());
        assertTrue(log.after(last + 1, 9).isEmpty());
    }

    @Test
    void anEventIsKeptForFiveMinutes() {
        take(session("a", SessionStatus.WORKING));
        long first = log.page().sequence();
        clock.advance(StatusLog.KEPT.plusSeconds(1));
        assertTrue(log.after(0, 9).isEmpty());
        assertEquals(List.of(), log.after(first, 9).orElseThrow());
    }

    @Test
    void anIdOfAnotherRunIsNoPlaceInThisOne() {
        StatusEpoch epoch = log.epoch();
        assertEquals(17, epoch.sequence(epoch.id(17)));
        for (String id : List.of(
                "",
                "17",
                epoch.name(),
                epoch.name() + "-",
                epoch.name() + "-017",
                epoch.id(1) + "x",
                "0" + epoch.id(1),
                epoch.name() + "--1",
                epoch.name() + "-9999999999999999999")) {
            assertEquals(-1, epoch.sequence(id), id);
        }
    }

    @Test
    void aThreadKeepsItsNameWithinOneRunOnly() {
        take(session("a", SessionStatus.WORKING));
        String ref = log.page().threads().get(0).ref();
        log.take(Moment.NOTHING);
        take(session("a", SessionStatus.IDLE));
        assertEquals(ref, log.page().threads().get(0).ref());
        StatusLog other = new StatusLog(new StatusEpoch(new Random(8)), clock, () -> NOON);
        other.take(new Moment(List.of(session("a", SessionStatus.IDLE)), null));
        assertNotEquals(ref, other.page().threads().get(0).ref());
    }

    @Test
    void timesAreThoseOfTheWallAlsoAfterASleep() {
        long[] slept = {0};
        StatusLog sleepy = new StatusLog(
                new StatusEpoch(new Random(7)),
                clock,
                () -> NOON.plusNanos(clock.nanos()).plusSeconds(slept[0]));
        clock.advance(Duration.ofSeconds(10));
        sleepy.take(new Moment(List.of(session("a", SessionStatus.WORKING)), null));
        assertEquals(NOON, sleepy.page().threads().get(0).since());
        slept[0] = 3600;
        sleepy.take(new Moment(List.of(session("a", SessionStatus.IDLE)), null));
        StatusEvent last =
                sleepy.after(sleepy.page().sequence() - 1, 1).orElseThrow().get(0);
        assertEquals(NOON.plusSeconds(3610), last.at());
    }

    @ParameterizedTest
    @CsvSource({"/home/me/perch,perch", "/home/me/perch/,perch", "C:\\work\\perch,perch", "perch,perch", "/,''"})
    void aWorkspaceIsToldByItsNameAlone(String path, String name) {
        take(session("a", SessionStatus.WORKING, Map.of("workspace", path)));
        assertEquals(name, log.page().threads().get(0).workspace());
    }

    private boolean take(SessionProjection session) {
        return log.take(new Moment(List.of(session), session));
    }

    private String wordsAfter(long seen) {
        return log.after(seen, 99).orElseThrow().stream()
                .map(event -> event.kind().word())
                .collect(Collectors.joining(" "));
    }
}
