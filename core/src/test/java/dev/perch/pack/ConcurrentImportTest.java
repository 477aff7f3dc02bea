package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentImportTest {
    @TempDir
    Path temp;

    @Test
    void threeProcessesThatImportTheSamePetAllOpenIt() throws Exception {
        TestPet.of(TestSheet.v1(48)).folder(temp.resolve("pet"));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start());
        }
        Files.createFile(temp.resolve("go"));
        for (Process process : processes) {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
        try (Stream<Path> sealed = Files.list(temp.resolve("store/packages"));
                Stream<Path> left = Files.list(temp.resolve("store/staging"))) {
            assertEquals(1, sealed.count());
            assertEquals(0, left.count());
        }
    }

    private Process start() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "-Dperch.decode=" + System.getProperty("perch.decode"),
                        ImportProgram.class.getName(),
                        temp.resolve("store").toString(),
                        temp.resolve("pet").toString(),
                        temp.resolve("go").toString())
                .inheritIO()
                .start();
    }
}
