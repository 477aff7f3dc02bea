package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingWriterTest {
    private static final long START = 5_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void whatIsRecordedIsReplayed() throws Exception {
        Path file = folder.resolve("session.jsonl");
        List<RuntimeSnapshot> said = new ArrayList<>();
        try (RecordingWriter writer = RecordingWriter.create(file, START)) {
            for (int i = 0; i < 50; i++) {
                RuntimeSnapshot snapshot = new RuntimeSnapshot(
                        PetAnimationState.ROWS.get(i % 9),
                        "Schritt " + i + " ✓",
                        i % 2 == 0 ? null : "line\n\tmore",
                        i % 3 == 0 ? Map.of() : Map.of("sessionId", "s" + i % 3, "n", (long) i));
                said.add(snapshot);
                writer.accept(stamped(i, snapshot));
            }
        }

        SnapshotTimeline.Reading reading = SnapshotTimeline.readRecording(file);
        assertEquals(List.of(), reading.problems());
        assertEquals(said, snapshots(reading.timeline()));
        assertEquals(49 * 20, reading.timeline().endMillis());
        assertEquals(said, replayed(reading));
    }

    @Test
    void aLineIsInTheFileBeforeTheRecordingEnds() throws Exception {
        Path file = folder.resolve("session.jsonl");
        try (RecordingWriter writer = RecordingWriter.create(file, START)) {
            writer.accept(stamped(0, RuntimeSnapshot.of(PetAnimationState.IDLE, "kept")));
            while (writer.written() == 0) {
                Thread.onSpinWait();
            }
            assertEquals(
                    1, SnapshotTimeline.readRecording(file).timeline().entries().size());
        }
    }

    @Test
    void aBurstKeepsTheLastStateAndCountsWhatItDropped() throws Exception {
        Path file = folder.resolve("session.jsonl");
        RecordingWriter writer = RecordingWriter.create(file, START);
        for (int i = 0; i < 50_000; i++) {
            writer.accept(stamped(i, RuntimeSnapshot.of(PetAnimationState.RUNNING, "" + i)));
        }
        writer.close();
        writer.accept(stamped(0, RuntimeSnapshot.of(PetAnimationState.RUNNING, "late")));

        List<RuntimeSnapshot> kept =
                snapshots(SnapshotTimeline.readRecording(file).timeline());
        assertEquals("49999", kept.get(kept.size() - 1).title());
        assertEquals(50_000, kept.size() + writer.dropped());
        assertNull(writer.problem());
        assertEquals(writer.dropped() > 0 ? 1 : 0, writer.losses().size());
    }

    @Test
    void aRecordingIsForItsOwnerAndReplacesNothing() throws IOException {
        Path file = folder.resolve("session.jsonl");
        RecordingWriter.create(file, START).close();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(FileAlreadyExistsException.class, () -> RecordingWriter.create(file, START));
    }

    private static List<RuntimeSnapshot> replayed(SnapshotTimeline.Reading reading) throws InterruptedException {
        FakeClock clock = new FakeClock();
        Heard heard = new Heard();
        ReplaySnapshotSource source =
                new ReplaySnapshotSource("replay", "test", reading, ReplaySnapshotSource.Pace.ONCE, clock);
        Thread player = new Thread(() -> {
            try {
                source.start(heard);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        player.start();
        clock.awaitParked(1);
        clock.advance(Duration.ofMinutes(1));
        player.join(30_000);
        return heard.snapshots();
    }

    private static List<RuntimeSnapshot> snapshots(SnapshotTimeline timeline) {
        return timeline.entries().stream().map(SnapshotTimeline.Entry::snapshot).toList();
    }

    private static StampedSnapshot stamped(int index, RuntimeSnapshot snapshot) {
        return new StampedSnapshot(
                new SourceId("file"),
                SourceRank.CONFIGURED,
                snapshot.session(),
                index + 1,
                START + Duration.ofMillis(20L * index).toNanos(),
                Long.MAX_VALUE,
                snapshot);
    }
}
