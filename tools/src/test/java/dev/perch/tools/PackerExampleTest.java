package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.tools.sheets.Drawings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline as a library: the example that the README shows, compiled and run as it stands. */
final class PackerExampleTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleMakesWhatTheCommandMakes() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path said = folder.resolve("said.txt");
        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Path.of("../examples/packer/PackFolder.java").toString(),
                        in.toString(),
                        folder.resolve("made").toString(),
                        System.getProperty("perch.decode", ""))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertEquals("opens\n", Files.readString(said));
        assertEquals(0, exitCode);
        assertEquals(
                0,
                CommandLineRun.of("pack", in, "--out", folder.resolve("pet"), "--description", "Packed by a program.")
                        .exitCode());
        for (String file : List.of("pet.json", "spritesheet.webp")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("pet").resolve(file)),
                    Files.readAllBytes(folder.resolve("made").resolve(file)),
                    file);
        }
    }
}
