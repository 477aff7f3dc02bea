package dev.perch.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceRank;
import dev.perch.runtime.SystemClock;
import dev.perch.runtime.plugin.DefaultPlugin;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.FrameMutator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guesses from logs: real rollouts of Codex, written line by line, and hostile ones. */
final class LogSnapshotSourceTest {
    private static final String THREAD = "01a1fcda-0c84-73e2-bb8b-381a49ffea59";

    @TempDir
    private Path home;

    private final FakeClock clock = new FakeClock();
    private final BlockingQueue<RuntimeSnapshot> guesses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private Path rollout = Path.of("");
    private Path transcript = Path.of("");
    private Thread thread = new Thread();

    @BeforeEach
    void place() throws Exception {
        Path day = Files.createDirectories(home.resolve(".codex/sessions/2026/11/21"));
        rollout = Files.createFile(day.resolve("rollout-2026-11-21T06-45-10-" + THREAD + ".jsonl"));
        Path project = Files.createDirectories(home.resolve(".claude/projects/-home-me-web"));
        transcript = Files.createFile(project.resolve("s-1.jsonl"));
    }

    @AfterEach
    void stop() throws Exception {
        thread.interrupt();
        thread.join();
    }

    private void start() {
        var source = new LogSnapshotSource.Factory(Map.of(), home, clock, SystemClock::wallMillis).create(Map.of());
        thread = new Thread(() -> {
            try {
                source.start(new RuntimeSnapshotEmitter() {
                    @Override
                    public void emit(RuntimeSnapshot snapshot) {
                        guesses.add(snapshot);
                    }

                    @Override
                    public void problem(Problem problem) {
                        problems.add(problem);
                    }
                });
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
    }

    /** Appends, has it looked at, and gives what is guessed then. */
    private RuntimeSnapshot after(Path log, String line) throws Exception {
        Files.writeString(log, line + "\n", StandardOpenOption.APPEND);
        clock.advance(Duration.ofSeconds(3));
        RuntimeSnapshot guess = guesses.poll(30, TimeUnit.SECONDS);
        assertNotNull(guess, line);
        return guess;
    }

    private static String claude(String type, String message) {
        return "{\"type\":\"" + type + "\",\"sessionId\":\"s-1\",\"cwd\":\"/home/me/web\",\"message\":" + message + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "CODEX, rollout-command-approval-accept, thinking running-command thinking review",
        "CODEX, rollout-interrupt-streaming, thinking idle",
        "CODEX, rollout-fail-500, thinking failed thinking review",
        "CLAUDE, transcript-claude, thinking running-command thinking review thinking running-command thinking idle"
    })
    void aLogOfTheRealAgentIsGuessedFromAndNeverWaits(HookAgent agent, String name, String states) throws Exception {
        List<String> told = new ArrayList<>();
        for (String line : recorded(name)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            LogLine read = LogLine.read(agent, bytes, 0, bytes.length);
            if (read.meaning() != null) {
                HookEvent event = new HookEvent(agent, "logs", THREAD, read.cwd(), read.tool(), "", null, null, false);
                String state = HookSessions.guess(event, read.meaning()).state().id();
                if (told.isEmpty() || !told.get(told.size() - 1).equals(state)) {
                    told.add(state);
                }
            }
        }
        assertTrue(String.join(" ", told).startsWith(states), told::toString);
        assertFalse(told.contains("waiting"), told::toString);
    }

    @Test
    void whatIsGuessedSaysSoAndHoldsForAMinute() throws Exception {
        start();
        RuntimeSnapshot first = after(
                rollout,
                String.join("\n", recorded("rollout-command-approval-accept").subList(0, 10)));
        assertEquals(THREAD, first.session().id());
        assertEquals("By its log: Running a command: exec_command", first.body());
        assertEquals("Codex · s-command-approval-accept", first.title());
        assertEquals(true, first.metadata().get("guess"));
        assertEquals(Duration.ofMinutes(1).toNanos(), first.ttlNanos());
        assertEquals(SourceRank.LOG_TAIL, DefaultPlugin.rank(LogSnapshotSource.ID));
        assertFalse(first.toString().contains("escalate"), "what was typed or called is not told");
    }

    @Test
    void aTurnOfClaudeIsGuessed() throws Exception {
        start();
        assertEquals(
                "thinking",
                after(transcript, claude("user", "{\"content\":\"my secret\"}"))
                        .state()
                        .id());
        RuntimeSnapshot editing = after(
                transcript,
                claude("assistant", "{\"content\":[{\"type\":\"tool_use\",\"name\":\"Edit\",\"input\":{}}]}"));
        assertEquals("By its log: Editing: Edit", editing.body());
        assertEquals("Claude Code · web", editing.title());
        String asks = claude("assistant", "{\"content\":[{\"type\":\"tool_use\",\"name\":\"AskUserQuestion\"}]}");
        assertEquals("thinking", after(transcript, asks).state().id());
        String stopped =
                claude("user", "{\"content\":[{\"type\":\"text\",\"text\":\"[Request interrupted by user]\"}]}");
        assertEquals("idle", after(transcript, stopped).state().id());
        assertEquals(
                "review",
                after(transcript, claude("assistant", "{\"stop_reason\":\"end_turn\",\"content\":[]}"))
                        .state()
                        .id());
        String besides =
                "{\"type\":\"user\",\"isSidechain\":true,\"sessionId\":\"s-1\",\"message\":{\"content\":\"x\"}}";
        Files.writeString(transcript, besides + "\n", StandardOpenOption.APPEND);
        assertEquals(
                "thinking",
                after(transcript, claude("user", "{\"content\":\"more\"}"))
                        .state()
                        .id());
        assertNull(guesses.poll());
    }

    @Test
    void aLogThatIsCutOrReplacedOrLongOrOldHarmsNobody() throws Exception {
        Path old =
                Files.writeString(transcript.resolveSibling("old.jsonl"), claude("user", "{\"content\":\"x\"}") + "\n");
        Files.setLastModifiedTime(old, FileTime.fromMillis(SystemClock.wallMillis() - 600_000));
        Files.createSymbolicLink(transcript.resolveSibling("link.jsonl"), old);
        start();
        String user = claude("user", "{\"content\":\"x\"}");
        assertEquals("thinking", after(transcript, user).state().id());
        Files.writeString(transcript, "");
        assertEquals(
                "thinking",
                after(transcript, user.replace("/me/web", "/me")).state().id(),
                "cut and shorter");
        Files.writeString(transcript, "");
        assertEquals(
                "thinking",
                after(transcript, user.replace("/me", "/you/and")).state().id(),
                "cut and longer");
        Path next = Files.writeString(transcript.resolveSibling("next"), user + "\n" + user + "\n" + user + "\n");
        Files.move(next, transcript, StandardCopyOption.REPLACE_EXISTING);
        String ended = claude("assistant", "{\"stop_reason\":\"end_turn\",\"content\":[]}");
        assertEquals("review", after(transcript, ended).state().id());
        String huge = claude("user", "{\"content\":\"" + "x".repeat(3 * LogLine.MOST_BYTES) + "\"}");
        assertEquals("review", after(transcript, huge + "\n" + ended).state().id(), "only its end is read");
        assertEquals(List.of(), List.copyOf(problems));
    }

    @Test
    void aLineThatIsCutInTheMiddleIsReadOnceItIsWhole() throws Exception {
        LogTail tail = new LogTail(transcript);
        List<String> lines = new ArrayList<>();
        LogTail.Lines taker =
                (bytes, from, to) -> lines.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        Files.writeString(transcript, "first\nsec");
        tail.look(taker);
        assertEquals(List.of("first"), lines);
        Files.writeString(transcript, "ond\n", StandardOpenOption.APPEND);
        tail.look(taker);
        assertEquals(List.of("first", "second"), lines);
        Files.writeString(transcript, "x".repeat(LogLine.MOST_BYTES + 10), StandardOpenOption.APPEND);
        tail.look(taker);
        Files.writeString(transcript, "x\nthird\n", StandardOpenOption.APPEND);
        tail.look(taker);
        assertEquals(List.of("first", "second", "third"), lines);
    }

    @Test
    void tenThousandSpoiltLinesAreGuessedFromOrPassedOver() throws Exception {
        FrameMutator mutator = new FrameMutator(5);
        List<String> lines = recorded("rollout-command-approval-accept");
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] spoilt = mutator.spoil(lines.get(i % lines.size()).getBytes(StandardCharsets.UTF_8));
            try {
                LogLine line = LogLine.read(i % 2 == 0 ? HookAgent.CODEX : HookAgent.CLAUDE, spoilt, 0, spoilt.length);
                assertTrue(
                        line.meaning() == null || !line.meaning().state().id().equals("waiting"), line::toString);
                read++;
            } catch (IOException noJson) {
                refused++;
            }
        }
        assertTrue(read > 1_000 && refused > 1_000, read + " read, " + refused + " refused");
    }

    @Test
    void aLineThatIsNoJsonIsToldOnceAFile() throws Exception {
        start();
        after(transcript, "{\n[]\nnull\n" + claude("user", "{\"content\":\"x\"}"));
        after(transcript, "{\n" + claude("user", "{\"content\":\"x\"}"));
        assertEquals(1, problems.size(), problems::toString);
    }

    private static List<String> recorded(String name) throws IOException {
        try (InputStream in = LogSnapshotSourceTest.class.getResourceAsStream("/hooks/" + name + ".jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
