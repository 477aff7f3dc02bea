package dev.perch.status;

import static dev.perch.status.Sessions.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.runtime.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status socket from a reader's side: real sockets, real credentials. */
final class StatusServerTest {
    private final SystemClock clock = new SystemClock();

    @TempDir
    private Path home;

    private RunFolder folder;
    private InstanceLock lock;
    private StatusFeed feed;
    private StatusServer server;

    @BeforeEach
    void open() throws Exception {
        folder = RunFolder.open(null, home.resolve("run"));
        lock = InstanceLock.take(folder).orElseThrow();
        feed = new StatusFeed(new StatusLog(new StatusEpoch(new SecureRandom()), clock, InstantSource.system()));
        server = StatusServer.start(lock, clock, feed, false);
    }

    @AfterEach
    void close() {
        server.close();
        feed.close();
        lock.close();
    }

    @Test
    void aPageTellsNoMoreThanItMay() throws Exception {
        tell(session("secret-thread", SessionStatus.WORKING, Map.of("activity", "editing")));
        try (Caller caller = new Caller()) {
            String page = caller.ask("status/get", "{}");
            assertTrue(page.contains("\"state\":\"running\",\"category\":\"editing\""), page);
            assertTrue(page.contains("\"draft\":\"unknown\""), page);
            for (String secret : List.of("secret", "title", "body", "perch", "workspace", "/home")) {
                assertFalse(page.contains(secret), page);
            }
        }
    }

    @Test
    void withDetailATitleAndAWorkspaceAreToldAndStillNoPath() throws Exception {
        server.close();
        server = StatusServer.start(lock, clock, feed, true);
        tell(session("thread-1", SessionStatus.WORKING));
        try (Caller caller = new Caller()) {
            String page = caller.ask("status/get", "{}");
            assertTrue(page.contains("\"title\":\"a title\",\"workspace\":\"perch\",\"threadId\":\"thread-1\""), page);
            assertFalse(page.contains("secret-folder") || page.contains("body"), page);
        }
    }

    @Test
    void aNewReaderIsToldHowAllStandsThenWhatHappens() throws Exception {
        tell(session("a", SessionStatus.WORKING));
        try (Caller caller = new Caller()) {
            caller.send("events/subscribe", "{}");
            assertTrue(caller.line().contains("\"epoch\""));
            String reset = caller.line();
            assertTrue(reset.contains("\"event\":\"reset\"") && reset.contains("\"state\":\"running\""), reset);
            tell(session("a", SessionStatus.READY));
            assertTrue(caller.line().contains("turn-completed"));
            assertTrue(caller.line().contains("ready-for-review"));
        }
    }

    @Test
    void aReaderGoesOnWhereItWas() throws Exception {
        tell(session("a", SessionStatus.WORKING));
        String seen = feed.log().epoch().id(feed.log().page().sequence());
        tell(session("a", SessionStatus.IDLE));
        try (Caller caller = new Caller()) {
            caller.send("events/subscribe", "{\"after\":\"" + seen + "\"}");
            caller.line();
            assertTrue(caller.line().contains("turn-completed"));
            assertTrue(caller.line().contains("\"event\":\"idle\""));
        }
    }

    @Test
    void aReaderFromAnotherRunIsTold() throws Exception {
        tell(session("a", SessionStatus.WORKING));
        try (Caller caller = new Caller()) {
            caller.send("events/subscribe", "{\"after\":\"0123456789ab-3\"}");
            caller.line();
            assertTrue(caller.line().contains("\"event\":\"reset\""));
        }
    }

    @Test
    void aReaderThatFallsBehindGoesOnWithAReset() throws Exception {
        try (Caller caller = new Caller()) {
            caller.send("events/subscribe", "{}");
            caller.line();
            caller.line();
            for (int turn = 0; turn < 20_000; turn++) {
                SessionProjection next = session("a", turn % 2 == 0 ? SessionStatus.WORKING : SessionStatus.IDLE);
                feed.log().take(new Moment(List.of(next), next));
            }
            tell(session("last", SessionStatus.FAILED));
            String line = caller.line();
            while (!line.contains("\"event\":\"reset\"")) {
                line = caller.line();
            }
            assertTrue(line.contains("\"state\":\"failed\""), line);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn/start",
                "snapshot/put",
                "turn/interrupt",
                "client/register",
                "status/set",
                "initialize",
                "hello",
                "thread/queue/add",
                "command/exec",
                ""
            })
    void thereIsNoMethodToWriteWith(String method) throws Exception {
        try (Caller caller = new Caller()) {
            assertTrue(caller.ask(method, "{}").contains("\"code\":-32601"));
            assertTrue(caller.ask("status/get", "{}").contains("\"threads\""), "the connection goes on");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"status/get\"}]",
                "{\"id\":1,\"method\":\"status/get\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"status/get\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"status/get\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"status/get\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"status/get\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"status/get\",\"more\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"status/get\",\"params\":[]}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"status/get\"} {}",
                ""
            })
    void whatIsNoRequestIsRefusedAndHungUpOn(String line) throws Exception {
        try (Caller caller = new Caller()) {
            caller.write(line + "\n");
            assertTrue(caller.line().contains("\"error\""));
            assertEquals(null, caller.line());
        }
    }

    @Test
    void aLineThatNeverEndsIsHungUpOn() throws Exception {
        try (Caller caller = new Caller()) {
            caller.write("x".repeat(StatusServer.LINE_BYTES));
            assertEquals(null, caller.line());
        }
    }

    @Test
    void sixteenAreToldEventsAndOneMoreIsRefused() throws Exception {
        List<Caller> callers = new ArrayList<>();
        for (int i : IntStream.range(0, StatusServer.MOST_SUBSCRIBERS).toArray()) {
            Caller caller = new Caller();
            callers.add(caller);
            assertTrue(caller.ask("events/subscribe", "{}").contains("epoch"), "reader " + i);
        }
        try (Caller last = new Caller()) {
            assertTrue(last.ask("events/subscribe", "{}").contains("-32001"));
            callers.remove(0).close();
            String answer = last.ask("events/subscribe", "{}");
            while (answer.contains("-32001")) {
                answer = last.ask("events/subscribe", "{}");
            }
            assertTrue(answer.contains("epoch"), answer);
        }
        for (Caller caller : callers) {
            caller.close();
        }
    }

    @Test
    void theSocketIsTheUsersAloneAndGoesWithTheCompanion() throws Exception {
        Path file = folder.socket(StatusServer.SOCKET);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        server.close();
        assertFalse(Files.exists(file));
    }

    @Test
    void theClientReadsWhatTheServerTells() throws Exception {
        tell(session("a", SessionStatus.WORKING));
        try (StatusClient client = StatusClient.connect(folder).orElseThrow()) {
            client.subscribe(null);
            assertEquals("reset", client.next().get("event"));
            tell(session("a", SessionStatus.INTERRUPTED));
            assertEquals("turn-interrupted", client.next().get("event"));
        }
    }

    /** Hands it over as the render thread does, and waits until it is in the log. */
    private void tell(SessionProjection session) {
        String before = String.valueOf(feed.log().page().sequence());
        feed.publish(new Moment(List.of(session), session));
        while (before.equals(String.valueOf(feed.log().page().sequence()))) {
            Thread.onSpinWait();
        }
    }

    private final class Caller implements AutoCloseable {
        private final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        private final BufferedReader in;
        private int id;

        Caller() throws IOException {
            channel.connect(UnixDomainSocketAddress.of(folder.socket(StatusServer.SOCKET)));
            in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        }

        String ask(String method, String params) throws IOException {
            send(method, params);
            return line();
        }

        void send(String method, String params) throws IOException {
            write("{\"jsonrpc\":\"2.0\",\"id\":" + ++id + ",\"method\":\"" + method + "\",\"params\":" + params
                    + "}\n");
        }

        void write(String text) throws IOException {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }

        String line() throws IOException {
            return in.readLine();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
