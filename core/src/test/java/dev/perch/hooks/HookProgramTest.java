package dev.perch.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.runtime.SourceHost;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real hook program, run by the system's shell. */
final class HookProgramTest {
    @TempDir
    private Path folder;

    private Path spool = Path.of("spool");
    private Path program = Path.of("program");

    @BeforeEach
    void place() throws Exception {
        spool = folder.resolve("a spool");
        program = folder.resolve("perch-hook");
        try (InputStream script = HookProgramTest.class.getResourceAsStream("/assets/hooks/perch-hook")) {
            Files.write(program, script.readAllBytes());
        }
    }

    @Test
    void anEventReachesTheSourceThroughTheProgram() throws Exception {
        BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
        try (SourceHost host = new SourceHost(new SystemClock(), arrived::add, () -> {})) {
            SourceId id = host.start(SourceRank.HOOKS, new HookSnapshotSource(spool, new SystemClock()));
            awaitReader();
            hook("claude", "{\"session_id\":\"a\",\"hook_event_name\":\"Stop\",\"cwd\":\"/x/project\"}");

            StampedSnapshot told = arrived.poll(30, TimeUnit.SECONDS);
            assertEquals("review", told.snapshot().state().id());
            assertEquals("Claude Code · project", told.snapshot().title());
            assertEquals("a", told.session().id());
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)));
            host.stop(id);
            assertFalse(Files.exists(spool.resolve("reader")));
        }
    }

    @Test
    void thePluginOfOpencodeTellsATurnAndNothingThatWasTyped() throws Exception {
        BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
        Files.writeString(folder.resolve("perch.mjs"), OpencodePlugin.text(spool));
        Path turn = Files.writeString(folder.resolve("turn.mjs"), """
                import { PerchHook } from "./perch.mjs";
                const hooks = await PerchHook({ directory: "/x/project" });
                const bus = (type, properties) => hooks.event({ event: { type, properties } });
                await bus("session.created", { info: { id: "s" } });
                await hooks["chat.message"]({ sessionID: "s" }, { message: "my secret" });
                await bus("message.part.updated", { part: { text: "my secret" } });
                await hooks["tool.execute.before"]({ tool: "bash", sessionID: "s", callID: "c" }, { args: "my secret" });
                await bus("permission.asked", { id: "p", sessionID: "s", permission: "bash", patterns: ["my secret"] });
                await bus("permission.replied", { sessionID: "s", requestID: "p", reply: "once" });
                await bus("session.created", { info: { id: "child", parentID: "s" } });
                await bus("session.status", { sessionID: "child", status: { type: "busy" } });
                await bus("session.idle", { sessionID: "s" });
                await bus("session.error", { sessionID: "s", error: { name: "MessageAbortedError" } });
                await bus("session.idle", { sessionID: "s" });
                await bus("session.idle", { sessionID: "s" });
                await bus("session.error", { sessionID: "s", error: { name: "ApiError" } });
                await bus("session.deleted", { info: { id: "s" } });
                """);
        runs("node", turn.toString()); // nobody reads yet
        try (SourceHost host = new SourceHost(new SystemClock(), arrived::add, () -> {})) {
            host.start(SourceRank.HOOKS, new HookSnapshotSource(spool, new SystemClock()));
            awaitReader();
            runs("node", turn.toString());
            List<String> told = new ArrayList<>();
            while (told.size() < 9) {
                StampedSnapshot one = arrived.poll(30, TimeUnit.SECONDS);
                assertNotNull(one, told + " and no more");
                assertFalse(one.snapshot().toString().contains("secret"));
                told.add(one.session().id() + " " + one.snapshot().state() + " "
                        + one.snapshot().body());
            }
            assertEquals(
                    List.of(
                            "s thinking Thinking",
                            "s running-command Running a command: bash",
                            "s waiting Asks for permission: bash",
                            "s thinking Thinking",
                            "child thinking Thinking",
                            "s review Finished",
                            "s idle Stopped",
                            "s failed The turn failed",
                            "s idle null"),
                    told);
        }
    }

    private static void runs(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    @Test
    void nothingIsLeftWhereNobodyReads() throws Exception {
        hook("codex", "{}");
        Files.createDirectories(spool);
        hook("codex", "{}");
        Files.writeString(spool.resolve("reader"), "99999999\n");
        hook("codex", "{}");
        try (var files = Files.list(spool)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aReaderThatHangsIsLeftAMeasuredPile() throws Exception {
        Files.createDirectories(spool);
        Files.writeString(spool.resolve("reader"), ProcessHandle.current().pid() + "\n");
        for (int i = 0; i < 500; i++) {
            Files.createFile(spool.resolve(i + "-x.done"));
        }
        hook("codex", "{}");
        try (var files = Files.list(spool)) {
            assertEquals(501, files.count());
        }
    }

    @Test
    void twoDoNotReadOneFolder() throws Exception {
        assertTrue(new HookSpool(spool).open(ProcessHandle.current().pid()));
        assertFalse(new HookSpool(spool).open(1));
    }

    private void awaitReader() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!isRead() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(isRead());
    }

    private boolean isRead() throws IOException {
        Path reader = spool.resolve("reader");
        return Files.exists(reader) && Files.readString(reader).endsWith("\n");
    }

    /** The program ends with 0 and says nothing, whatever it is given. */
    private void hook(String agent, String event) throws Exception {
        Process hook = new ProcessBuilder("/bin/sh", program.toString(), agent, spool.toString())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = hook.getOutputStream()) {
            in.write(event.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("", new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, hook.waitFor());
    }
}
