package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SnapshotTimelineTest {
    private static final String HEAD = "{\"perch\":\"recording\",\"version\":1}\n";
    private static final String SNAPSHOT = "\"snapshot\":{\"state\":\"idle\",\"title\":\"t\"}";

    @Test
    void entriesAreReadWithTheirSessionAndSortedByTime() throws IOException {
        SnapshotTimeline.Reading reading = recording(HEAD
                + "{\"at\":50,\"source\":\"a\",\"session\":\"s\"," + SNAPSHOT + "}\n\r\n"
                + "{\"at\":20," + SNAPSHOT + ",\"more\":[1]}\n"
                + "{\"at\":20,\"source\":\"b\",\"session\":\"main\"," + SNAPSHOT + "}");

        assertEquals(List.of(), reading.problems());
        List<SnapshotTimeline.Entry> entries = reading.timeline().entries();
        assertEquals(
                List.of(20L, 20L, 50L),
                entries.stream().map(SnapshotTimeline.Entry::atMillis).toList());
        assertEquals(new SourceId("b"), entries.get(1).source());
        assertEquals(SessionId.MAIN, entries.get(1).session());
        assertEquals(new SessionId("s"), entries.get(2).session());
        assertEquals(new SessionId("s"), entries.get(2).snapshot().session());
        assertEquals(50, reading.timeline().endMillis());
    }

    @TestFactory
    Stream<DynamicTest> aBadRecordingIsToldOf() {
        Map<String, String> rows = new HashMap<>();
        rows.put("", "it: is empty");
        rows.put("{\"state\":\"idle\",\"title\":\"t\"}\n", "it line 1: is not the head");
        rows.put("{\"perch\":\"recording\",\"version\":2}\n", "it line 1: is not the head");
        rows.put("GIF89a", "it line 1: is not the head");
        rows.put(HEAD + "{\"at\":-1," + SNAPSHOT + "}", "it line 2: \"at\" is not a whole number");
        rows.put(HEAD + "{\"at\":1.5," + SNAPSHOT + "}", "it line 2: \"at\" is not");
        rows.put(HEAD + "{\"at\":99999999999999999999," + SNAPSHOT + "}", "it line 2: \"at\" is not");
        rows.put(HEAD + "{" + SNAPSHOT + "}", "it line 2: has no \"at\"");
        rows.put(HEAD + "{\"at\":1}", "it line 2: has no \"at\" or no \"snapshot\"");
        rows.put(HEAD + "{\"at\":1,\"snapshot\":[]}", "it line 2: snapshot is not an object");
        rows.put(HEAD + "{\"at\":1,\"source\":\"a b\"," + SNAPSHOT + "}", "it line 2: source is not a name");
        rows.put(HEAD + "\n{\"at\":1,\"snapshot\":{\"state\":\"idle\"}}", "it line 3: has no title");
        rows.put(HEAD + "x".repeat(70_000), "it line 2: is longer than 64 KiB");
        return rows.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getValue(), () -> {
                    SnapshotTimeline.Reading reading = recording(row.getKey());
                    assertEquals(List.of(), reading.timeline().entries());
                    assertTrue(sentence(reading).startsWith(row.getValue()), sentence(reading));
                }));
    }

    @Test
    void goodLinesAroundABadOneAreKept() throws IOException {
        String good = "{\"at\":1," + SNAPSHOT + "}\n";

        SnapshotTimeline.Reading reading = recording(HEAD + good + "oops\n" + good);

        assertEquals(2, reading.timeline().entries().size());
        assertEquals(1, reading.problems().size());
    }

    @Test
    void garbageHasABoundedNumberOfProblems() throws IOException {
        assertEquals(
                SnapshotTimeline.Reading.MOST_PROBLEMS,
                recording(HEAD + "x\n".repeat(5_000)).problems().size());
    }

    @Test
    void aMissingRecordingIsAProblem() {
        SnapshotTimeline.Reading reading = SnapshotTimeline.readRecording(Path.of("no-such-recording.jsonl"));

        assertEquals("no-such-recording.jsonl: does not exist; check the path.", sentence(reading));
    }

    @Test
    void theStatesOfAFileAreTheLastOfEachSession() throws IOException {
        String a = "{\"state\":\"idle\",\"title\":\"1\",\"metadata\":{\"sessionId\":\"a\"}}\n";
        String main = "{\"state\":\"idle\",\"title\":\"2\"}\n";

        SnapshotTimeline.Reading reading = states(a + main + a.replace("1", "3") + "oops\n");

        assertEquals(List.of("2", "3"), titles(reading.timeline()));
        assertTrue(sentence(reading).startsWith("it line 4: is not JSON"));
    }

    @Test
    void theStateOfADocumentIsItsOneSnapshot() throws IOException {
        assertEquals(
                List.of("x"),
                titles(states("{\n\"state\":\"idle\",\n\"title\":\"x\"\n}\n").timeline()));
        assertEquals("it: holds no snapshot; write one JSON object, or one a line.", sentence(states("")));
        assertEquals(100, titles(states(manySessions(100)).timeline()).size());
    }

    @Test
    void theDemoVisitsEveryStateThatPeopleSee() {
        SnapshotTimeline.Reading demo = DemoSession.read();

        assertEquals(List.of(), demo.problems());
        Set<PetAnimationState> visited = demo.timeline().entries().stream()
                .map(entry -> entry.snapshot().state())
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        PetAnimationState.IDLE,
                        PetAnimationState.RUNNING,
                        PetAnimationState.WAITING,
                        PetAnimationState.FAILED,
                        PetAnimationState.REVIEW,
                        PetAnimationState.WAVING,
                        PetAnimationState.JUMPING),
                visited);
        assertTrue(demo.timeline().loopMillis() >= 40_000 && demo.timeline().loopMillis() <= 50_000);
    }

    @Test
    void theDemoHasTwoBusySessionsAtOneTime() {
        Map<SessionId, PetAnimationState> now = new HashMap<>();
        Set<Set<SessionId>> busyTogether = new HashSet<>();
        for (SnapshotTimeline.Entry entry : DemoSession.read().timeline().entries()) {
            now.put(entry.session(), entry.snapshot().state());
            busyTogether.add(now.entrySet().stream()
                    .filter(session -> !session.getValue().equals(PetAnimationState.IDLE))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet()));
        }

        assertTrue(busyTogether.stream().anyMatch(sessions -> sessions.size() == 2));
        assertEquals(Set.of(PetAnimationState.IDLE), Set.copyOf(now.values()));
    }

    @Test
    void aCursorHandsOverTheSameWhateverTheStep() {
        SnapshotTimeline timeline = DemoSession.read().timeline();
        List<String> expected = titles(timeline);
        for (long step : new long[] {1, 16, 1_000, 30_000, 10_000_000}) {
            assertEquals(expected, walk(timeline, false, step, 60_000), "step " + step);
        }
        assertEquals(expected, walk(timeline, false, Long.MAX_VALUE / 2, Long.MAX_VALUE - 1));
    }

    @Test
    void aLoopBeginsAgainAfterARest() {
        SnapshotTimeline timeline = timeline(10, 20);
        TimelineCursor cursor = new TimelineCursor(timeline, true);
        List<String> heard = new ArrayList<>();

        cursor.advance(20, entry -> heard.add(entry.snapshot().title()));
        assertEquals(20 + SnapshotTimeline.LOOP_REST_MILLIS + 10, cursor.nextMillis());
        cursor.advance(cursor.nextMillis() - 1, entry -> heard.add("early"));
        cursor.advance(cursor.nextMillis(), entry -> heard.add(entry.snapshot().title()));

        assertEquals(List.of("10", "20", "10"), heard);
    }

    @Test
    void anHourAsleepIsNotPlayedBack() {
        SnapshotTimeline timeline = timeline(0, 1_000);
        TimelineCursor cursor = new TimelineCursor(timeline, true);
        List<Long> heard = new ArrayList<>();

        cursor.advance(3_600_500, entry -> heard.add(entry.atMillis()));

        assertTrue(heard.size() <= 4, heard::toString);
        assertEquals(List.of(0L), heard.subList(heard.size() - 1, heard.size()));
        assertEquals(3_601_000, cursor.nextMillis());
    }

    @Test
    void anEmptyTimelineNeverHasANextMoment() {
        assertEquals(Long.MAX_VALUE, new TimelineCursor(timeline(), true).nextMillis());
        assertEquals(Long.MAX_VALUE, new TimelineCursor(timeline(), false).nextMillis());
    }

    private static List<String> walk(SnapshotTimeline timeline, boolean loop, long step, long end) {
        TimelineCursor cursor = new TimelineCursor(timeline, loop);
        List<String> heard = new ArrayList<>();
        for (long now = 0; now < end && now >= 0; now += step) {
            cursor.advance(now, entry -> heard.add(entry.snapshot().title()));
        }
        cursor.advance(end, entry -> heard.add(entry.snapshot().title()));
        return heard;
    }

    private static SnapshotTimeline timeline(long... moments) {
        List<SnapshotTimeline.Entry> entries = new ArrayList<>();
        for (long at : moments) {
            RuntimeSnapshot snapshot = RuntimeSnapshot.of(PetAnimationState.IDLE, "" + at);
            entries.add(new SnapshotTimeline.Entry(at, new SourceId("test"), SessionId.MAIN, snapshot));
        }
        return new SnapshotTimeline(entries);
    }

    private static String manySessions(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"state\":\"idle\",\"title\":\"")
                    .append("x".repeat(199))
                    .append("\",\"body\":\"")
                    .append("y".repeat(1_000))
                    .append("\",\"metadata\":{\"sessionId\":\"s")
                    .append(i)
                    .append("\"}}\n");
        }
        return lines.toString();
    }

    private static List<String> titles(SnapshotTimeline timeline) {
        return timeline.entries().stream()
                .map(entry -> entry.snapshot().title())
                .toList();
    }

    private static String sentence(SnapshotTimeline.Reading reading) {
        return reading.problems().stream().map(Problem::sentence).findFirst().orElse("no problem");
    }

    private static SnapshotTimeline.Reading recording(String text) throws IOException {
        return SnapshotTimeline.readRecording(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "it");
    }

    private static SnapshotTimeline.Reading states(String text) throws IOException {
        return SnapshotTimeline.readStates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "it");
    }
}
