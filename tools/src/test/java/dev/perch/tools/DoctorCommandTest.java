package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class DoctorCommandTest {
    @Test
    void itSaysWhatItFindsEvenWithNoWindow() {
        CommandLineRun run = CommandLineRun.of("doctor");
        assertEquals(0, run.exitCode(), run.err());
        for (String finding : new String[] {
            "java ", "archive ", "settings ", "cache ", "decoder      decodes Perch's own pet", "fonts ", "desktop "
        }) {
            assertTrue(
                    run.out().lines().anyMatch(line -> line.startsWith(finding)), finding + " is not in " + run.out());
        }
    }

    @Test
    void withNoDisplayThereIsNothingToMeasureAndItSaysSo() {
        CommandLineRun run = CommandLineRun.of("doctor", "--cost", "1");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("perch: desktop: "), run.err());
        assertEquals("", run.out());
    }
}
