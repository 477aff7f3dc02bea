package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Libraries are opened by their paths: opening them by name can hang a start. */
final class SystemLibrariesTest {
    /** A JVM of its own: another test may have opened them otherwise. */
    @Test
    void eachLibraryOfTheSystemIsOpenedByItsPath() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LibrariesProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> names = program.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, program.waitFor());
        assertEquals(5, names.size(), names.toString());
        assertTrue(names.stream().allMatch(name -> name.startsWith("/")), names.toString());
    }
}
