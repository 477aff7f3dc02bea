package dev.perch.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config.json} under a writer that is killed. */
@Tag("long")
final class SettingsKilledTest {
    private static final int ROUNDS = 50;

    @TempDir
    private Path folder;

    @Test
    void killedAtAnyMomentFiftyTimesTheFileSaysWhatWasSetLastOrIsJustBeingSet() throws Exception {
        SettingsFile file = new SettingsFile(folder);
        file.set(Setting.PET, "axo");
        Random random = new Random(9);
        int last = -1;
        int between = 0;
        for (int round = 0; round < ROUNDS; round++) {
            last = killAfter(random.nextInt(20), random.nextInt(8_000_000), last + 1);
            SettingsFile.Content content = file.load();
            int width = (int) content.settings().value(Setting.WIDTH);
            assertEquals(List.of(), content.problems(), () -> "after a kill: " + file.path());
            assertEquals("axo", content.settings().word(Setting.PET), "the other setting is there");
            between += width == SettingsWriter.width(last) ? 0 : 1;
            assertTrue(
                    width == SettingsWriter.width(last) || width == SettingsWriter.width(last + 1),
                    width + " is not the width that was set, " + SettingsWriter.width(last) + ", nor the next");
        }
        System.out.println(ROUNDS + " kills: " + (last + 1) + " widths were set, " + between + " of them untold");
        try (var left = Files.list(folder)) {
            System.out.println("left in the folder: "
                    + left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    /** @return which time was told last */
    private int killAfter(int times, int nanos, int from) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SettingsWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = writer.inputReader()) {
            int last = from - 1;
            for (int i = 0; i <= times; i++) {
                last = Integer.parseInt(told.readLine());
            }
            TimeUnit.NANOSECONDS.sleep(nanos); // The moment of the kill is what is tested.
            writer.toHandle().destroyForcibly(); // The process's own would close what it has said.
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                last = Integer.parseInt(line);
            }
            writer.waitFor();
            return last;
        } finally {
            writer.destroyForcibly();
        }
    }
}
