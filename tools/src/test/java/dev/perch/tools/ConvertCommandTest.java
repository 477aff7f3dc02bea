package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.pack.Dialects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Pets of formats that Codex does not read, made into pets that it does. */
final class ConvertCommandTest {
    private static final Set<String> FORMATS = Set.of("tui", "shimeji", "esheep", "clawd");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> otherFormatsBecomeCodexs() {
        return Dialects.good().stream()
                .filter(good -> FORMATS.contains(good.name()))
                .map(good -> DynamicTest.dynamicTest(good.name(), () -> becomesCodexs(good)));
    }

    private void becomesCodexs(Dialects.Good good) throws Exception {
        Path in = Files.createDirectories(folder.resolve(good.name()).resolve("pet"));
        good.files().folder(in);
        Path out = folder.resolve(good.name()).resolve("codex");
        CommandLineRun run =
                CommandLineRun.of("convert", in, "--to", "codex", "--filter", "nearest", "--json", "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().contains("\"files\":[\"pet.json\",\"spritesheet.webp\"]"), run.out());
        says(good.name(), run.out());
        CommandLineRun verdict = CommandLineRun.of("validate", out);
        assertEquals(0, verdict.exitCode(), verdict.out());
    }

    /** What has no place in Codex's format is told. */
    private static void says(String name, String json) {
        switch (name) {
            case "shimeji" -> {
                assertTrue(json.contains("has no place in a Codex sheet of version 1 and was left out"), json);
                assertTrue(json.contains("scripts"), json);
            }
            case "esheep" -> assertTrue(json.contains("ms, and Codex plays it in"), json);
            case "clawd" -> assertTrue(json.contains("what the hand does"), json);
            default -> assertTrue(json.contains("has no pictures, so idle stands in for it"), json);
        }
    }
}
