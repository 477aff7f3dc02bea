package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SessionProjection;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.status.EventKind;
import dev.perch.status.Moment;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusEvent;
import dev.perch.status.StatusLog;
import dev.perch.testkit.FakeClock;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What readers of the status API are told while every recording of the real app-server is said again. */
final class RecordedEventsTest {
    private final Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);

    @Test
    void everyKindOfEventIsToldAndTurnsAndQuestionsBeginAndEndByTurns() throws Exception {
        Map<String, List<Recordings.Line>> all = Recordings.all();
        Set<String> names = new LinkedHashSet<>();
        Recordings.expected().keySet().forEach(name -> names.add(name.split("\\+", -1)[0]));
        for (String name : names) {
            Reader reader = new Reader();
            List<Recordings.Line> lines = RecordingReplayTest.of(all, name);
            new RecordingReplayTest.Replay(lines, reader::take).play(lines, -1, RecordingReplayTest.Harm.NONE, false);
            reader.check(name);
        }
        // The pet's board has these two, by time alone: StatusLogTest.
        assertEquals(EnumSet.complementOf(EnumSet.of(EventKind.STALE, EventKind.THREAD_CLOSED)), counts.keySet());
        System.out.println(names.size() + " recordings: " + counts);
    }

    private final class Reader {
        private final FakeClock clock = new FakeClock();
        private final StatusLog log = new StatusLog(new StatusEpoch(new Random(7)), clock, InstantSource.system());
        private final Map<SessionId, SessionProjection> standing = new LinkedHashMap<>();

        void take(RuntimeSnapshot snapshot) {
            SessionProjection now = SessionProjection.of(
                    new StampedSnapshot(
                            new SourceId("codex"),
                            SourceRank.APP_SERVER,
                            snapshot.session(),
                            1,
                            0,
                            Long.MAX_VALUE,
                            snapshot),
                    0,
                    false);
            standing.put(now.session(), now);
            log.take(new Moment(List.copyOf(standing.values()), now));
        }

        void check(String name) {
            Map<String, EventKind> turns = new LinkedHashMap<>();
            Map<String, EventKind> questions = new LinkedHashMap<>();
            for (StatusEvent event : log.after(0, Integer.MAX_VALUE).orElseThrow()) {
                counts.merge(event.kind(), 1, Integer::sum);
                String thread = event.thread() == null ? "" : event.thread().ref();
                switch (event.kind()) {
                    case TURN_STARTED, TURN_COMPLETED, TURN_INTERRUPTED -> {
                        EventKind last = turns.put(thread, event.kind());
                        assertEquals(event.kind() != EventKind.TURN_STARTED, last == EventKind.TURN_STARTED, name);
                    }
                    case APPROVAL_REQUESTED, APPROVAL_RESOLVED ->
                        assertEquals(
                                event.kind() == EventKind.APPROVAL_RESOLVED,
                                questions.put(thread, event.kind()) == EventKind.APPROVAL_REQUESTED,
                                name);
                    default -> {}
                }
            }
        }
    }
}
