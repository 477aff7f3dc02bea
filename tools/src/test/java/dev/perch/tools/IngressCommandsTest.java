package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.audit.AuditLog;
import dev.perch.client.Scope;
import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.control.ControlServer;
import dev.perch.ingress.IngressPorts;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import dev.perch.runtime.SystemClock;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusFeed;
import dev.perch.status.StatusLog;
import dev.perch.status.StatusServer;
import dev.perch.testkit.LetIn;
import dev.perch.testkit.OpenIngress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code perch send}, {@code snapshot}, {@code client} and {@code ingress}, as a shell sees them. */
final class IngressCommandsTest {
    private static final Path STATE = Workbench.userFolders().state();

    private final List<TurnCall> sent = new CopyOnWriteArrayList<>();
    private TurnAnswer answer = new TurnAnswer.Taken("t", "turn");

    @AfterEach
    void forget() throws Exception {
        for (String name : List.of("clients.json", "clients.lock", "deliveries.jsonl", "keys/cli.json")) {
            Files.deleteIfExists(STATE.resolve(name));
        }
        for (Path file : AuditLog.files(STATE.resolve("audit"))) {
            Files.delete(file);
        }
        Files.deleteIfExists(STATE.resolve("audit/head"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ingress on",
                "client add cli",
                "send --thread t --text hello",
                "snapshot --state running --title Build"
            })
    void withNoCompanionRunningEachSaysSo(String words) {
        CommandLineRun run = CommandLineRun.of((Object[]) words.split(" ", -1));
        assertEquals(RunningCompanion.NOBODY, run.exitCode(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void withTheIngressOffItSaysSo() throws Exception {
        ControlAnswer ready = new ControlAnswer(1, "1.0", null, null);
        List<ControlCommand> asked = new ArrayList<>();
        try (InstanceLock lock = InstanceLock.take(folder()).orElseThrow();
                ControlServer server = ControlServer.start(lock, new SystemClock(), command -> {
                    asked.add(command);
                    return CompletableFuture.completedFuture(ready);
                })) {
            CommandLineRun add = CommandLineRun.of("client", "add", "cli", "--scope", "snapshot.write");
            assertEquals(IngressLine.OFF, add.exitCode(), add.err());
            assertTrue(add.err().contains("perch ingress on"), add.err());
            CommandLineRun early = send("--text", "hello");
            assertEquals(IngressLine.OFF, early.exitCode(), "it is off, whoever is registered: " + early.err());
            assertEquals(0, CommandLineRun.of("ingress", "on").exitCode());
            assertEquals(0, CommandLineRun.of("ingress", "off").exitCode());
            assertTrue(asked.containsAll(List.of(ControlCommand.INGRESS_ON, ControlCommand.INGRESS_OFF)), asked + "");
            assertEquals(
                    "{\"ingress\":\"off\",\"atStart\":\"off\",\"clients\":0}\n",
                    CommandLineRun.of("ingress", "--json").out());
        }
    }

    @Test
    void withNoCompanionItIsOffWhateverOneThatWasKilledLeft() throws Exception {
        Path left = Files.createFile(folder().socket("ingress.sock"));
        SettingsFile settings = new SettingsFile(Workbench.userFolders().config());
        settings.set(Setting.INGRESS, "on");
        try {
            assertEquals(
                    "The ingress is off until the next start turns it on; 0 programs are registered.\n",
                    CommandLineRun.of("ingress").out());
            assertEquals(0, CommandLineRun.of("ingress", "off").exitCode());
            assertEquals(
                    "The ingress is off; 0 programs are registered.\n",
                    CommandLineRun.of("ingress", "status").out());
        } finally {
            Files.delete(left);
            Files.delete(settings.path());
        }
    }

    @Test
    void aClientThatOnlyReadsIsAddedWhileTheIngressIsOff() throws Exception {
        LetIn user = new LetIn();
        try (InstanceLock lock = InstanceLock.take(folder()).orElseThrow();
                StatusFeed feed = new StatusFeed(
                        new StatusLog(new StatusEpoch(new SecureRandom()), new SystemClock(), InstantSource.system()));
                StatusServer unused = StatusServer.start(lock, user.place(STATE), feed, false)) {
            CommandLineRun add = CommandLineRun.of("client", "add", "cli");
            assertEquals(0, add.exitCode(), add.err());
            assertEquals(Set.of(Scope.STATUS_READ), user.asked.get(0).rights().scopes());
            CommandLineRun events = CommandLineRun.of("events", "--count", "1", "--json");
            assertTrue(events.out().startsWith("{\"event\":\"reset\""), events.out() + events.err());
        }
    }

    @Test
    void aClientIsAddedUsedListedAndRevoked() throws Exception {
        try (OpenIngress ingress = open()) {
            CommandLineRun add = CommandLineRun.of("client", "add", "cli", "--scope", "all", "--json");
            assertEquals(0, add.exitCode(), add.err());
            assertTrue(add.err().contains(ingress.user.asked.get(0).code()), add.err());
            assertTrue(CommandLineRun.of("client")
                    .out()
                    .startsWith("cli: snapshot.write, status.detail, status.read, thread.open, turn.interrupt"));
            CommandLineRun sentRun = send("--text", "hello");
            assertEquals(0, sentRun.exitCode(), sentRun.err());
            assertTrue(sentRun.out().startsWith("accepted: thread t, turn turn, receipt perch-"), sentRun.out());
            String json = send("--text", "hello", "--json").out();
            assertTrue(json.contains("\"state\":\"accepted\"") && json.contains("\"turnId\":\"turn\""), json);
            assertEquals(0, send("--interrupt").exitCode());
            assertEquals(0, send("--queue", "--text", "later").exitCode());
            assertEquals(4, sent.size());
            assertEquals(
                    0,
                    CommandLineRun.of("snapshot", "--state", "running", "--title", "Build")
                            .exitCode());
            assertEquals("cli.main", ingress.shown.get(0).session().id());
            assertEquals(0, CommandLineRun.of("client", "revoke", "cli").exitCode());
            assertEquals(IngressLine.NOT_ALLOWED, send("--text", "hello").exitCode());
            assertEquals(2, CommandLineRun.of("client", "revoke", "cli").exitCode());
        }
    }

    @Test
    void aClientOfOneRunOfPerchIsListedAsThat() throws Exception {
        try (OpenIngress ingress = open()) {
            CommandLineRun add = CommandLineRun.of("client", "add", "cli", "--scope", "turn.start", "--session");
            assertEquals(0, add.exitCode(), add.err());
            assertEquals("until Perch ends", ingress.user.asked.get(0).term());
            assertEquals(
                    "cli: turn.start, asking for turn.start, until Perch ends\n",
                    CommandLineRun.of("client").out());
            assertEquals(0, send("--text", "hello").exitCode());
            Path file = ingress.clients().path();
            Files.writeString(file, Files.readString(file).replaceFirst("\"run\"\\s*:\\s*\"[^\"]*", "\"run\": \"1-0"));
            assertTrue(CommandLineRun.of("client").out().endsWith(", no more since Perch ended\n"));
            String json = CommandLineRun.of("client", "list", "--json").out();
            assertTrue(json.contains("\"session\":true,\"valid\":false"), json);
        }
    }

    @Test
    void eachEndHasItsExitCode() throws Exception {
        try (OpenIngress ingress = open()) {
            CommandLineRun stranger = send("--text", "a");
            assertEquals(IngressLine.NOT_ALLOWED, stranger.exitCode());
            assertTrue(stranger.err().contains("perch client add cli --scope all"), stranger.err());
            assertEquals(
                    0,
                    CommandLineRun.of("client", "add", "cli", "--scope", "turn.start")
                            .exitCode());
            answer = new TurnAnswer.Busy("another");
            assertEquals(IngressLine.NOT_DONE, send("--text", "a").exitCode());
            answer = new TurnAnswer.Unsure("cut");
            CommandLineRun unknown = send("--text", "b");
            assertEquals(IngressLine.UNKNOWN, unknown.exitCode());
            assertTrue(unknown.out().startsWith("unknown (cut)"), unknown.out());
            assertEquals(IngressLine.NOT_ALLOWED, send("--interrupt").exitCode());
            assertEquals(
                    IngressLine.NOT_DONE,
                    CommandLineRun.of("send", "--thread", "latest", "--text", "a")
                            .exitCode(),
                    "no thread is known");
            CommandLineRun odd = CommandLineRun.of("send", "--thread", "no id", "--text", "a");
            assertEquals(2, odd.exitCode(), odd.err());
            assertTrue(odd.err().startsWith("perch: threadId has 1 to 64 of A-Z"), odd.err());
            answer = new TurnAnswer.Taken("t", "turn");
            ingress.server().heard(new TurnNews.Ended("t", "turn", "failed", "the model is away"));
            CommandLineRun failed = send("--text", "c", "--wait", "completed");
            assertEquals(IngressLine.NOT_DONE, failed.exitCode(), failed.err());
            assertTrue(failed.out().startsWith("failed (the model is away)"), failed.out());
        }
        assertEquals(RunningCompanion.NOBODY, send("--text", "hello").exitCode());
    }

    @Test
    void whatIsAskedForIsSaidAndWhatIsUnknownIsSentOnceMoreOnRequest() throws Exception {
        try (OpenIngress ingress = open()) {
            assertEquals(
                    0,
                    CommandLineRun.of("client", "add", "cli", "--scope", "turn.start", "--days", "7")
                            .exitCode());
            assertTrue(CommandLineRun.of("client").out().contains("turn.start, asking for turn.start, until"));
            CommandLineRun asked = send("--text", "a");
            assertEquals(0, asked.exitCode(), asked.err());
            assertTrue(asked.err().contains("the pet asks you whether this may be sent"), asked.err());
            ingress.user.click = answer -> answer.accept(false);
            CommandLineRun denied = send("--text", "a");
            assertEquals(IngressLine.NOT_DONE, denied.exitCode());
            assertTrue(denied.out().startsWith("denied (it was not let through)"), denied.out());
            ingress.user.click = answer -> answer.accept(true);
            answer = new TurnAnswer.Unsure("cut");
            assertEquals(IngressLine.UNKNOWN, send("--text", "b", "--key", "k").exitCode());
            answer = new TurnAnswer.Taken("t", "turn");
            assertEquals(IngressLine.UNKNOWN, send("--text", "b", "--key", "k").exitCode(), "not by itself");
            assertEquals(0, send("--text", "b", "--key", "k", "--resend").exitCode());
            assertEquals(2, send("--text", "b", "--resend").exitCode());
        }
    }

    @Test
    void theAuditIsWalkedForScriptsTooAndALaterEditIsFound() throws Exception {
        try (OpenIngress ingress = open()) {
            CommandLineRun add = CommandLineRun.of("client", "add", "cli", "--scope", "turn.start", "--thread", "mine");
            assertEquals(0, add.exitCode(), add.err());
            assertTrue(CommandLineRun.of("client").out().contains("turn.start, only in thread mine, until"));
            assertEquals(IngressLine.NOT_ALLOWED, send("--text", "a").exitCode(), "the thread is another");
        }
        String tail = CommandLineRun.of("audit", "tail", "--json").out();
        assertTrue(tail.lines().allMatch(line -> line.startsWith("{\"ts\":")), tail);
        assertTrue(tail.contains("\"scope\":\"thread t\""), tail);
        long lines = tail.lines().count();
        CommandLineRun sound = CommandLineRun.of("audit", "verify", "--json");
        assertEquals("{\"lines\":" + lines + ",\"fault\":null}\n", sound.out());
        assertEquals(0, sound.exitCode());

        Path file = AuditLog.files(STATE.resolve("audit")).get(0);
        Files.writeString(file, Files.readString(file).replaceFirst("registered", "denied"));
        CommandLineRun edited = CommandLineRun.of("audit", "verify", "--json");
        assertEquals(2, edited.exitCode());
        assertTrue(edited.out().contains("does not follow the line before it"), edited.out());
    }

    @Test
    void draftsAreSaidToBeBeyondCodex() {
        CommandLineRun run = send("--append-draft", "--text", "hello");
        assertEquals(SendCommand.NO_DRAFTS, run.exitCode());
        assertTrue(run.err().contains("Codex has no way"), run.err());
        assertFalse(run.err().contains("Exception"));
    }

    @Test
    void badWordsAreRefusedInOneSentence() {
        for (Object[] words : List.of(
                new Object[] {"send", "--thread", "t"},
                new Object[] {"send", "--text", "hello"},
                new Object[] {"send", "--thread", "t", "--steer", "--text", "hello"},
                new Object[] {"send", "--thread", "t", "--text", "hello", "--wait", "never"},
                new Object[] {"send", "--thread", "t", "--queue", "--submit", "--text", "hello"},
                new Object[] {"send", "--thread", "t", "--text", "hello", "--expires", "601"},
                new Object[] {"send", "--thread", "t", "--text", "hello", "--when-busy", "maybe"},
                new Object[] {"snapshot", "--state", "idle", "--title", "t", "--for", "0"},
                new Object[] {"client", "add", "ci", "--days", "91"},
                new Object[] {"client", "add", "Not A Name"},
                new Object[] {"client", "add", "ci", "--scope", "everything"},
                new Object[] {"client", "add", "ci", "--days", "7", "--session"},
                new Object[] {"client", "revoke", "nobody"},
                new Object[] {"ingress", "maybe"})) {
            CommandLineRun run = CommandLineRun.of(words);
            assertEquals(2, run.exitCode(), List.of(words) + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertFalse(run.err().contains("Error: "), run.err());
        }
    }

    private static CommandLineRun send(Object... more) {
        List<Object> words = new ArrayList<>(List.of("send", "--thread", "t"));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray());
    }

    private OpenIngress open() throws Exception {
        IngressPorts.Upstream codex = this::take;
        return new OpenIngress(folder(), STATE, codex, OpenIngress.GENEROUS, Set.of());
    }

    private void take(TurnCall call, Consumer<? super TurnAnswer> then) {
        sent.add(call);
        then.accept(answer);
    }

    private static RunFolder folder() throws Exception {
        return RunFolder.open(System.getenv("XDG_RUNTIME_DIR"), STATE.resolve("run"));
    }
}
