package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perch run} where there is no display: what the user asked for is refused, not dropped. */
final class NoDisplayTest {
    @TempDir
    private Path folder;

    @Test
    void aSourceThatIsNoneIsRefusedBeforeADisplayIsAskedFor() {
        assertRun(2, "nonsense", "run", "--source", "nonsense");
    }

    @Test
    void aRecordingIsRefusedAndNotBegun() {
        Path recording = folder.resolve("day.jsonl");
        assertRun(3, "--record", "run", "--source", "stdin", "--record", recording);
        assertFalse(Files.exists(recording));
    }

    @Test
    void aSourceThatNobodyWouldSeeIsRefused() {
        assertRun(3, "--source", "run", "--source", "demo");
    }

    private static void assertRun(int exitCode, String says, Object... words) {
        CommandLineRun perch = CommandLineRun.of(words);
        assertEquals(exitCode, perch.exitCode(), perch.err());
        assertTrue(perch.err().contains(says), perch.err());
        assertEquals("", perch.out());
    }
}
