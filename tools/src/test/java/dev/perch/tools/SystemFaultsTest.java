package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.tools.sheets.Drawings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that gives no room to write, made with bubblewrap: one sentence, and no stack trace. */
final class SystemFaultsTest {
    @TempDir
    private Path folder;

    @Test
    void aReadOnlyHomeIsToldAndThePetIsShownAllTheSame() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path picture = folder.resolve("picture.png");
        Said said = perch(List.of("--ro-bind", home.toString(), home.toString()), home, rendering(picture));
        assertEquals(0, said.exitCode, said.words);
        assertTrue(said.words.contains("cannot be written, so imported pets are kept for this run only"), said.words);
        assertTrue(Files.exists(picture), said.words);
    }

    @Test
    void aFullDiskIsOneSentence() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Said said = perch(
                List.of("--size", "65536", "--tmpfs", home.toString()), home, rendering(folder.resolve("picture.png")));
        assertEquals(2, said.exitCode, said.words);
        assertEquals(1, said.words.strip().lines().count(), said.words);
        assertTrue(said.words.contains("No space left on device"), said.words);
    }

    @Test
    void aFullDiskLeavesNothingOfAPetThatWasPackedAndNamesTheFile() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path home = Files.createDirectory(folder.resolve("home"));
        List<String> pack = List.of(
                "pack", in.toString(), "--png", "--out", home.resolve("pet").toString());
        Said said = perch(List.of("--size", "16384", "--tmpfs", home.toString()), home, pack);
        assertEquals(2, said.exitCode, said.words);
        assertEquals(
                "perch: " + home.resolve("pet/spritesheet.png")
                        + ": cannot be written: No space left on device; make room on"
                        + " the disk, then run it again; nothing was changed.",
                said.words.strip());
    }

    private record Said(int exitCode, String words) {}

    private static List<String> rendering(Path picture) {
        return List.of("render", "--state", "running", "--at", "0", "--out", picture.toString());
    }

    private static Said perch(List<String> mounts, Path home, List<String> words) throws Exception {
        List<String> command = new ArrayList<>(List.of("bwrap", "--bind", "/", "/", "--dev-bind", "/dev", "/dev"));
        command.addAll(mounts);
        command.addAll(List.of(
                "--unsetenv",
                "XDG_CACHE_HOME",
                "--setenv",
                "HOME",
                home.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + home,
                "-Dperch.decode=" + System.getProperty("perch.decode", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Perch.class.getName()));
        command.addAll(words);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(said);
        return new Said(process.waitFor(), said);
    }
}
