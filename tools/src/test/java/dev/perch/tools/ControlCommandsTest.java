package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.control.ControlServer;
import dev.perch.control.StatusView;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.runtime.SystemClock;
import dev.perch.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that reach a running companion, and those about its settings, as a shell sees them. */
final class ControlCommandsTest {
    private static final Path CONFIG = Workbench.userFolders().config().resolve("config.json");

    @AfterEach
    void forgetSettings() throws IOException {
        Files.deleteIfExists(CONFIG);
        Files.deleteIfExists(CONFIG.resolveSibling("config.json.bak"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "wake", "tuck", "rescue", "quit"})
    void withNoCompanionRunningEachSaysSoInOneSentence(String command) {
        CommandLineRun run = CommandLineRun.of(command);
        assertEquals(RunningCompanion.NOBODY, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals("perch: control: no companion of yours runs here; start one with ./perch.\n", run.err());
    }

    @Test
    void aRunningCompanionIsHeardAndAnswers() throws Exception {
        StatusView status = new StatusView(
                "Pip",
                "waiting",
                "May I?",
                240_000,
                false,
                new StatusView.Window(10, 20, 300, 290, true),
                List.of(
                        new StatusView.Pet("Pip", "", "idle", "", false, new StatusView.Window(10, 20, 300, 290, true)),
                        new StatusView.Pet(
                                "Axo", "web", "waiting", "May I?", true, new StatusView.Window(5, 6, 300, 290, false))),
                0,
                2,
                List.of(new StatusView.Source("demo", "demo", "running", 7, 2)),
                0,
                1,
                new StatusView.Queues(0, 256, 0, 0, 0, 128));
        ControlAnswer answer = new ControlAnswer(Long.MAX_VALUE, "1.0", null, status);
        RunFolder folder = RunFolder.open(
                System.getenv("XDG_RUNTIME_DIR"),
                Workbench.userFolders().state().resolve("run"));
        try (InstanceLock lock = InstanceLock.take(folder).orElseThrow();
                ControlServer server = ControlServer.start(
                        lock, new SystemClock(), command -> CompletableFuture.completedFuture(answer))) {
            String lines = CommandLineRun.of("status").out();
            assertTrue(lines.contains("waiting for 4 min: May I?"), lines);
            assertTrue(lines.contains("300x290 at 10,20, tucked away"), lines);
            assertTrue(lines.contains("demo (running, 7 snapshots)"), lines);
            assertTrue(lines.contains("ingress   on, 1 connected"), lines);
            String json = CommandLineRun.of("status", "--json").out();
            assertTrue(json.contains("\"state\" : \"waiting\""), json);
            assertTrue(json.contains("\"ingress\" : \"on\"") && json.contains("\"writers\" : 1"), json);
            for (ControlCommand command : List.of(ControlCommand.WAKE, ControlCommand.TUCK, ControlCommand.RESCUE)) {
                assertEquals(0, CommandLineRun.of(command.word()).exitCode());
            }
            assertEquals("The companion has ended.\n", CommandLineRun.of("quit").out());
        }
    }

    @Test
    void eachSettingIsExplained() {
        CommandLineRun run = CommandLineRun.of("config");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith(CONFIG.toString()), run.out());
        for (Setting setting : Setting.values()) {
            assertTrue(run.out().contains(setting.key() + " = "), run.out());
            assertTrue(run.out().contains(setting.meaning()), run.out());
            assertTrue(run.out().contains(setting.kind().says()), run.out());
        }
    }

    @Test
    void aSettingThatIsSetIsInTheFile() throws IOException {
        assertEquals(0, CommandLineRun.of("config", "width", "90").exitCode());
        assertEquals(
                0,
                CommandLineRun.of("config", "sources", "demo", "file:a b.json").exitCode());
        assertTrue(CommandLineRun.of("config", "width").out().contains("width = 90\n"));
        String file = Files.readString(CONFIG);
        assertTrue(file.contains("\"width\" : 90") && file.contains("\"file:a b.json\""), file);
    }

    @Test
    void aSettingThatCannotBeIsRefusedInOneSentence() {
        for (List<String> words : List.of(
                List.of("width", "1000"),
                List.of("width", "wide"),
                List.of("theme", "pink"),
                List.of("no-such", "1"))) {
            CommandLineRun run = CommandLineRun.of("config", words.get(0), words.get(1));
            assertEquals(2, run.exitCode());
            assertEquals(1, run.err().lines().count(), run.err());
        }
        assertFalse(Files.exists(CONFIG));
    }

    /** A broken file does not stop a command, and a picture that is rendered is the same for everybody. */
    @Test
    void renderedPicturesDoNotDependOnTheUsersSettings() throws IOException {
        Files.createDirectories(CONFIG.getParent());
        Files.writeString(CONFIG, "{\"pet\": \"nobody\", \"width\": 80}");
        Path out = Files.createTempFile("perch", ".png");
        CommandLineRun run = CommandLineRun.of("render", "--at", "0", "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        Files.delete(out);
    }
}
