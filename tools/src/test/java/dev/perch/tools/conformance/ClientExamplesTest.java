package dev.perch.tools.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Scope;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import dev.perch.runtime.SystemClock;
import dev.perch.status.StatusEpoch;
import dev.perch.status.StatusFeed;
import dev.perch.status.StatusLog;
import dev.perch.status.StatusServer;
import dev.perch.testkit.LetIn;
import dev.perch.testkit.OpenIngress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The clients in {@code examples/clients}, run as the programs that they are too, against the real ingress. */
final class ClientExamplesTest {
    @TempDir
    private Path home;

    private final List<TurnCall> sent = new CopyOnWriteArrayList<>();
    private volatile TurnAnswer answer = new TurnAnswer.Taken("t-1", "turn-1");
    private List<String> program = List.of();
    private OpenIngress ingress;
    private Path socket;

    @BeforeEach
    void open() throws Exception {
        ingress = new OpenIngress(home.resolve("perch"), this::send, OpenIngress.GENEROUS, Set.of());
        socket = ingress.socket();
    }

    @AfterEach
    void close() {
        ingress.close();
    }

    private void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        sent.add(call);
        then.accept(answer);
        if (answer instanceof TurnAnswer.Taken taken && call instanceof TurnCall.Start) {
            ingress.server().heard(new TurnNews.Ended(taken.thread(), taken.turn(), "completed", ""));
        }
    }

    @ParameterizedTest
    @EnumSource(ExampleClient.class)
    void aClientIsLetInAndSaysShowsAndAsksAll(ExampleClient client) throws Exception {
        program = client.command(home);
        Run registered = run("register", "robot", "turn.start", "turn.steer", "turn.interrupt", "snapshot.write");
        assertEquals(0, registered.exitCode, registered.err);
        assertTrue(
                registered.err.contains(
                        "the pet shows " + ingress.user.asked.get(0).code()),
                registered.err);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())));

        Run started = run("--as", "k-1", "--until", "completed", "start", "t-1", "gr\u00fc\u00dfe \"\ud83d\udc26\"\n");
        assertTrue(started.says("\"state\":\"completed\""), started.out + started.err);
        Run again = run("--as", "k-1", "--until", "completed", "start", "t-1", "gr\u00fc\u00dfe \"\ud83d\udc26\"\n");
        assertTrue(again.says("\"replayed\":true"), again.out + again.err);
        assertTrue(run("delivery", "k-1").says("\"state\":\"completed\""));
        assertTrue(run("queue", "t-1", "later").says("\"state\":\"queued\""));
        assertTrue(run("steer", "t-1", "turn-1", "left").says("\"state\":\"accepted\""));
        assertTrue(run("interrupt", "t-1").says("\"turnId\":\"turn-1\""));
        assertTrue(run("snapshot", "running", "Build").says("\"applied\":true"));

        assertEquals(
                List.of(TurnCall.Start.class, TurnCall.Queue.class, TurnCall.Steer.class, TurnCall.Interrupt.class),
                sent.stream().<Object>map(Object::getClass).toList());
        assertTrue(((TurnCall.Start) sent.get(0)).text().contains("\ngr\u00fc\u00dfe \"\ud83d\udc26\"\n"));
        assertEquals("robot.main", ingress.shown.get(0).session().id());

        try (ClientLine counting = ingress.connect(ClientKey.read(keyFile()).orElseThrow())) {
            Map<String, ?> snapshot = Map.of("state", "running", "title", "Build");
            counting.call("snapshot/put", Map.of("seq", 5, "epoch", "e", "snapshot", snapshot));
        }
        Run back = run("hello");
        assertTrue(back.says("\"seq\":5") && back.says("\"epoch\":\"e\""), back.out + back.err);
    }

    @ParameterizedTest
    @EnumSource(ExampleClient.class)
    void whatIsRefusedIsToldInPerchsOwnWords(ExampleClient client) throws Exception {
        program = client.command(home);
        Run unknownYet = run("start", "t-1", "hello");
        assertEquals(1, unknownYet.exitCode);
        assertTrue(unknownYet.err.contains("there is no key in " + keyFile() + "; register first"), unknownYet.err);
        assertEquals(0, run("register", "robot", "turn.start").exitCode);
        Run other = run("register", "other", "turn.start");
        assertEquals(1, other.exitCode);
        assertTrue(other.err.contains(keyFile() + " is there already"), other.err);
        assertEquals(1, ingress.user.asked.size(), "nobody is asked for a key that cannot be kept");
        assertEquals(2, run("start", "t-1").exitCode, "too few words");
        assertEquals(2, run("dance").exitCode, "no such deed");
        Run notAllowed = run("interrupt", "t-1");
        assertEquals(1, notAllowed.exitCode);
        assertTrue(notAllowed.err.contains("robot may not do that: it lacks turn.interrupt."), notAllowed.err);
        answer = new TurnAnswer.Unsure("the line was cut");
        Run unknown = run("start", "t-1", "hello");
        assertEquals(10, unknown.exitCode, unknown.err);
        assertTrue(unknown.says("\"state\":\"unknown\""), unknown.out);

        ingress.clients().change(all -> List.of());
        Run revoked = run("start", "t-1", "hello");
        assertEquals(1, revoked.exitCode);
        assertTrue(revoked.err.contains("it was revoked, or it is not Perch"), revoked.err);
        ingress.user.yes = false;
        Files.delete(keyFile());
        Run denied = run("register", "robot", "turn.start");
        assertTrue(denied.err.contains("the user did not let it in."), denied.err);
        assertFalse(Files.exists(keyFile()));
        assertEquals(1, sent.size());
    }

    @ParameterizedTest
    @EnumSource(ExampleClient.class)
    void aClientReadsHowAllStandWhileTheIngressIsOff(ExampleClient client) throws Exception {
        program = client.command(home);
        ingress.close();
        RunFolder folder = RunFolder.open(null, home.resolve("perch/run"));
        LetIn user = new LetIn();
        try (InstanceLock lock = InstanceLock.take(folder).orElseThrow();
                StatusFeed feed = new StatusFeed(
                        new StatusLog(new StatusEpoch(new SecureRandom()), new SystemClock(), InstantSource.system()));
                StatusServer unused = StatusServer.start(lock, user.place(home.resolve("state")), feed, false)) {
            socket = folder.socket(StatusServer.SOCKET);
            assertEquals(0, run("register", "wall", "status.read").exitCode);
            assertTrue(run("status").says("\"threads\":[]"));
            assertEquals(
                    List.of(Set.of(Scope.STATUS_READ)),
                    user.asked.stream().map(one -> one.rights().scopes()).toList());
        }
    }

    private Path keyFile() {
        return home.resolve("key.json");
    }

    private record Run(int exitCode, String out, String err) {
        boolean says(String field) {
            return out.replace(" ", "").contains(field);
        }
    }

    private Run run(String... words) throws Exception {
        List<String> command = new ArrayList<>(program);
        command.addAll(
                List.of("--socket", socket.toString(), "--key-file", keyFile().toString()));
        command.addAll(List.of(words));
        Path err = home.resolve("err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Run(process.exitValue(), out, Files.readString(err));
    }
}
