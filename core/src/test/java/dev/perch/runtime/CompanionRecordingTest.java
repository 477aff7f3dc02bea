package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceRank;
import dev.perch.source.RecordingWriter;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.FakeClock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompanionRecordingTest {
    @TempDir
    private Path folder;

    private final List<Problem> notes = new CopyOnWriteArrayList<>();
    private final FakeClock clock = new FakeClock();
    private final CountDownLatch said = new CountDownLatch(1);

    private Companion companion() {
        return new Companion(
                RuntimeConfig.DEFAULT,
                width -> {
                    throw new AssertionError("no pet is asked for");
                },
                clock,
                notes::add);
    }

    @Test
    void aCompanionThatClosesHasWrittenItsRecording() throws Exception {
        Path file = folder.resolve("day.jsonl");
        try (Companion companion = companion()) {
            companion.record(RecordingWriter.create(file, clock.nanos()));
            companion.start(SourceRank.CONFIGURED, new Saying());
            assertTrue(said.await(10, TimeUnit.SECONDS));
        }
        assertEquals(
                100, SnapshotTimeline.readRecording(file).timeline().entries().size());
        assertEquals(List.of(), notes);
    }

    @Test
    void aQuitBeforeTheWindowIsThereClosesTheWindowThatComes() {
        AtomicInteger closed = new AtomicInteger();
        try (Companion companion = companion()) {
            companion.quit();
            companion.onQuit(closed::incrementAndGet);
        }
        assertEquals(1, closed.get());
    }

    private final class Saying implements RuntimeSnapshotSource {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public String displayName() {
            return "a test";
        }

        @Override
        public void start(RuntimeSnapshotEmitter emit) {
            for (int i = 0; i < 100; i++) {
                emit.emit(RuntimeSnapshot.of(PetAnimationState.RUNNING, "step " + i));
            }
            said.countDown();
        }
    }
}
