package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.bridge.CodexSource;
import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlServer;
import dev.perch.control.StatusView;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.runtime.LoopbackDoor;
import dev.perch.runtime.SystemClock;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusFeed;
import dev.perch.status.StatusLog;
import dev.perch.status.StatusServer;
import dev.perch.testkit.LetIn;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    void itSaysWhatIsConnectedAndWhatIsNot() throws Exception {
        String none = CommandLineRun.of("doctor").out();
        assertTrue(none.contains("companion    none runs"), none);
        assertTrue(none.contains("hooks        Codex: not installed"), none);
        StatusView status = new StatusView(
                "Pip",
                "idle",
                "",
                0,
                false,
                new StatusView.Window(0, 0, 1, 1, false),
                List.of(),
                0,
                2,
                List.of(new StatusView.Source("codex", "Codex", "running", 7, 2)),
                0,
                1,
                new StatusView.Queues(3, 256, 40, 2, 1, 128));
        SystemClock clock = new SystemClock();
        try (InstanceLock lock = InstanceLock.take(RunFolder.open(
                                System.getenv("XDG_RUNTIME_DIR"),
                                Workbench.userFolders().state().resolve("run")))
                        .orElseThrow();
                ControlServer control = ControlServer.start(
                        lock,
                        clock,
                        command -> CompletableFuture.completedFuture(new ControlAnswer(42, "1.0", null, status)));
                StatusFeed feed = new StatusFeed(
                        new StatusLog(new StatusEpoch(new SecureRandom()), clock, InstantSource.system()));
                StatusServer reads = StatusServer.start(
                        lock, new LetIn().place(Workbench.userFolders().state()), feed, false)) {
            String some = CommandLineRun.of("doctor").out();
            for (String finding : List.of(
                    "companion    runs as process 42",
                    "source       Codex: running, 7 snapshots, 2 PROBLEMS",
                    "threads      0 known",
                    "ingress      on, 1 connected, 0 registered",
                    "queues       snapshots: 3 of 256 wait, 40 were replaced by later ones, 2 LOST",
                    "             events of hooks: 0 of 500 wait",
                    "             orders of programs: 1 of 128 wait",
                    "pages        off: none can read the status by HTTP")) {
                assertTrue(some.contains(finding), finding + " is not in " + some);
            }
            Path pages = Files.createFile(lock.folder().path().resolve(LoopbackDoor.ENDPOINT));
            assertTrue(
                    CommandLineRun.of("doctor").out().contains("pages        may read the status by HTTP; " + pages));
            LoopbackDoor.removeLeftOver(lock);
            String json = CommandLineRun.of("doctor", "--json").out();
            assertTrue(json.contains("\"companion\":[\"runs as process 42\"]"), json);
            assertEquals(1, json.lines().count());
        }
    }

    @Test
    void itSaysWhetherCodexListens() throws Exception {
        Path socket = CodexSource.daemon(System.getenv(), Path.of(System.getProperty("user.home")));
        assertTrue(CommandLineRun.of("doctor").out().contains("codex        no app-server listens at " + socket));
        Path folder = Files.createTempDirectory("cx");
        Files.createDirectories(socket.getParent());
        Path real = folder.resolve("s");
        try (ServerSocketChannel daemon = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            daemon.bind(UnixDomainSocketAddress.of(real));
            Files.createSymbolicLink(socket, real);
            assertTrue(CommandLineRun.of("doctor").out().contains("codex        its app-server listens at " + socket));
        } finally {
            Files.deleteIfExists(socket);
            Files.delete(socket.getParent());
            Files.deleteIfExists(real);
            Files.delete(folder);
        }
    }

    @Test
    void whetherTheHooksAreInstalledIsSaidOfAPluginToo() {
        assertEquals(
                0, CommandLineRun.of("hooks", "install", "opencode", "--yes").exitCode());
        try {
            String found = CommandLineRun.of("doctor").out();
            assertTrue(found.contains("OpenCode: 14 events"), found);
        } finally {
            assertEquals(
                    0, CommandLineRun.of("hooks", "remove", "opencode", "--yes").exitCode());
        }
        assertTrue(CommandLineRun.of("doctor").out().contains("OpenCode: not installed"));
    }

    @Test
    void withNoDisplayThereIsNothingToMeasureAndItSaysSo() {
        CommandLineRun run = CommandLineRun.of("doctor", "--cost", "1");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("perch: desktop: "), run.err());
        assertEquals("", run.out());
    }
}
