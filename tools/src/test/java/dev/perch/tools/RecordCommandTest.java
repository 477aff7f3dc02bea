package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSignalEndsARecordingInOrder() throws Exception {
        Path states = folder.resolve("states.jsonl");
        Path file = folder.resolve("day.jsonl");
        Files.writeString(states, "{\"state\":\"running\",\"title\":\"t\"}\n");
        try (PerchProcess perch = PerchProcess.start(folder, "record", "--source", "file:" + states, file)) {
            awaitLines(2, file);
            perch.terminate();
            assertEquals(0, perch.exitCode(), perch.printed());
            assertTrue(perch.printed().startsWith("1 snapshots in "), perch.printed());
        }
    }

    @Test
    void aRecordingOfBadLinesIsBadInput() throws Exception {
        Path states = Files.writeString(folder.resolve("states.jsonl"), "no JSON\n".repeat(100));
        CommandLineRun run = CommandLineRun.of(
                "record", "--source", "file:" + states, "--seconds", "0.5", folder.resolve("day.jsonl"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("0 snapshots in "), run.out());
        assertTrue(run.err().lines().count() < 10, run.err());
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("day.jsonl"), "mine");
        CommandLineRun run = CommandLineRun.of("record", "--source", "demo", file);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("is there already; "), run.err());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
        for (String seconds : new String[] {"NaN", "0", "-1", "1e300"}) {
            CommandLineRun run =
                    CommandLineRun.of("record", "--source", "demo", "--seconds", seconds, folder.resolve("day.jsonl"));
            assertEquals(2, run.exitCode(), run.err());
            assertTrue(run.err().contains("--seconds"), run.err());
        }
    }

    private static void awaitLines(int lines, Path file) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!Files.exists(file) || Files.readAllLines(file).size() < lines) {
            assertTrue(System.nanoTime() < deadline, "nothing was recorded");
            LockSupport.parkNanos(5_000_000);
        }
    }
}
