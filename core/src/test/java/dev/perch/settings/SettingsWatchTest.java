package dev.perch.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.perch.runtime.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of the file while the companion runs. */
final class SettingsWatchTest {
    @TempDir
    private Path home;

    private final BlockingQueue<SettingsFile.Content> heard = new LinkedBlockingQueue<>();

    @Test
    void anEditIsHeardHoweverTheEditorWritesIt() throws Exception {
        SettingsFile file = new SettingsFile(home.resolve("not/yet/there"));
        try (SettingsWatch watch = new SettingsWatch(file, file.load(), new SystemClock(), heard::add)) {
            Files.writeString(file.path(), "{\"theme\": \"dark\"}");
            assertEquals("dark", next().settings().word(Setting.THEME));

            Path fresh = Files.writeString(file.path().resolveSibling("new"), "{\"theme\": \"light\"}");
            Files.move(fresh, file.path(), StandardCopyOption.ATOMIC_MOVE);
            assertEquals("light", next().settings().word(Setting.THEME));

            file.set(Setting.THEME, "high-contrast");
            assertEquals("high-contrast", next().settings().word(Setting.THEME));

            Files.writeString(file.path(), "{\"theme\": ");
            assertFalse(next().sound());
            assertEquals("{\"theme\": ", Files.readString(file.path()), "the editor's file is left to it");

            Files.writeString(file.path(), "{\"theme\": \"dark\"}");
            assertEquals("dark", next().settings().word(Setting.THEME));

            Files.delete(file.path());
            assertEquals(Settings.DEFAULT, next().settings());
        }
    }

    private SettingsFile.Content next() throws InterruptedException {
        SettingsFile.Content content = heard.poll(30, TimeUnit.SECONDS);
        if (content == null) {
            throw new AssertionError("nothing is heard");
        }
        return content;
    }
}
