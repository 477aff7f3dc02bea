package dev.perch.status;

import static dev.perch.status.Sessions.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientFault;
import dev.perch.client.ClientFile;
import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Handshake;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.json.RpcFault;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.runtime.SystemClock;
import dev.perch.testkit.LetIn;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status socket from a reader's side: real sockets, real credentials. */
final class StatusServerTest {
    private final SystemClock clock = new SystemClock();
    private final LetIn user = new LetIn();

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
        server = start(false);
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
        server = start(true);
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
    void whoComesBackIsToldOfWhichRunThisIsAndTheLatestEvent() throws Exception {
        tell(session("a", SessionStatus.WORKING));
        try (Caller caller = new Caller()) {
            assertTrue(caller.ready.contains("\"epoch\":\"" + feed.log().epoch().name() + "\""), caller.ready);
            assertTrue(caller.ready.contains("\"lastSeq\":" + feed.log().page().sequence()), caller.ready);
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
            boolean reset = false;
            String line = "";
            while (!line.contains("\"failed\"")) {
                line = caller.line();
                reset |= line.contains("\"event\":\"reset\"");
            }
            assertTrue(reset, "20,000 events came one by one");
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
                "delivery/get",
                "ping",
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
    void socketAndKeyAreTheUsersAloneAndGoWithTheCompanion() throws Exception {
        ClientKey old = house();
        for (String name : List.of(StatusServer.SOCKET, StatusServer.KEY)) {
            Path file = folder.path().resolve(name);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        server.close();
        assertFalse(Files.exists(folder.socket(StatusServer.SOCKET)) || Files.exists(StatusServer.key(folder)));
        server = start(false);
        assertThrows(IOException.class, () -> known(old), "a key is good for one run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status/get", "events/subscribe", "turn/start", "ping", "status/set", ""})
    void beforeTheHandshakeNothingIsToldAndTheLineEnds(String method) throws Exception {
        tell(session("secret-thread", SessionStatus.WORKING));
        try (Caller stranger = new Caller(null)) {
            assertTrue(stranger.ask(method, "{}").contains("\"code\":-32002"));
            assertEquals(null, stranger.line());
        }
    }

    @Test
    void whoTheUserLetsInReadsStatesAndTitlesOnlyWhereThatWasAllowed() throws Exception {
        tell(session("thread-1", SessionStatus.WORKING));
        ClientKey plain = register("dashboard", Set.of(Scope.STATUS_READ));
        ClientKey detailed = register("wall", Scope.READING);
        assertEquals("dashboard", user.asked.get(0).name());
        try (Caller caller = new Caller(plain);
                Caller other = new Caller(detailed)) {
            String page = caller.ask("status/get", "{}");
            assertTrue(page.contains("\"state\":\"running\"") && !page.contains("title"), page);
            page = other.ask("status/get", "{}");
            assertTrue(page.contains("\"title\":\"a title\""), page);
        }
        try (ClientLine line = known(plain)) {
            line.call("events/subscribe", Map.of());
            assertTrue(String.valueOf(line.next()).contains("event=reset"));
        }
    }

    @Test
    void withoutTheScopeAKnownClientReadsNothing() throws Exception {
        ClientKey none = register("nobody", Set.of());
        try (Caller caller = new Caller(none)) {
            for (String method : List.of("status/get", "events/subscribe")) {
                assertTrue(caller.ask(method, "{}").contains("\"code\":-32003"), method);
            }
            assertTrue(caller.ask("turn/start", "{}").contains("\"code\":-32601"));
        }
    }

    @Test
    void whoIsBoundToAThreadOrAWorkspaceIsToldOfNoOther() throws Exception {
        SessionProjection mine = in("mine", SessionStatus.WORKING);
        tell(List.of(mine, in("other", SessionStatus.WORKING)), mine);
        for (Rights bound : List.of(
                new Rights(Scope.READING, Set.of(), Set.of("mine"), Set.of(), Set.of()),
                new Rights(Scope.READING, Set.of(), Set.of(), Set.of("/home/me/mine"), Set.of()))) {
            ClientKey key = register("bound-to-" + bound.threads().size(), bound);
            String before;
            try (ClientLine line = known(key)) {
                Map<?, ?> page = line.call("status/get", Map.of());
                assertEquals(1, ((List<?>) page.get("threads")).size());
                assertNotNull(page.get("active"));
                before = String.valueOf(page.get("id"));
            }
            for (int i = 0; i < 100; i++) {
                SessionStatus status = i % 2 == 0 ? SessionStatus.READY : SessionStatus.WORKING;
                tell(List.of(mine, in("other", status)), mine);
            }
            SessionProjection other = in("other", SessionStatus.WORKING);
            tell(List.of(mine, other), other);
            tell(List.of(in("mine", SessionStatus.INTERRUPTED), other), other);
            try (ClientLine line = known(key)) {
                line.call("events/subscribe", Map.of("after", before));
                List<String> told = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Map<?, ?> event = (Map<?, ?>) line.next().get("params");
                    told.add(event.get("event") + (event.get("thread") == null ? "" : " of a thread"));
                }
                assertEquals(
                        List.of(
                                "active-thread-changed",
                                "active-workspace-changed",
                                "turn-interrupted of a thread",
                                "idle of a thread"),
                        told,
                        "the pet follows another, and which is not told");
            }
            tell(List.of(mine, other), mine);
        }
    }

    private static SessionProjection in(String folder, SessionStatus status) {
        return session(folder, status, Map.of("workspace", "/home/me/" + folder));
    }

    @Test
    void whoTheUserRefusesIsNotLetInAndWhatWritesCannotBeAskedFor() throws Exception {
        user.yes = false;
        RpcFault refused = assertThrows(RpcFault.class, () -> register("dashboard", Scope.READING));
        assertEquals(ClientFault.DENIED, refused.code());
        for (Scope scope : Scope.values()) {
            if (!Scope.READING.contains(scope)) {
                RpcFault bad = assertThrows(RpcFault.class, () -> register("robot", Set.of(scope)));
                assertEquals(RpcFault.BAD_PARAMS, bad.code(), scope.word());
            }
        }
        assertEquals(1, user.asked.size(), "the user is not asked for what cannot be");
        assertThrows(RpcFault.class, () -> register("perch", Scope.READING), "that is Perch itself");
    }

    @Test
    void whoIsRevokedIsHungUpOnWhileItListens() throws Exception {
        ClientKey key = register("dashboard", Scope.READING);
        try (ClientLine line = known(key)) {
            line.call("events/subscribe", Map.of());
            new ClientFile(home.resolve("state")).change(all -> List.of());
            while (line.next() != null) {
                // the reset, and then the end
            }
        }
        assertThrows(IOException.class, () -> known(key));
    }

    @Test
    void whoeverListensInPerchsPlaceIsFoundOut() throws Exception {
        ClientKey key = house();
        ClientKey mine = new ClientKey(key.id(), "ab".repeat(32));
        IOException squatter = assertThrows(IOException.class, () -> known(mine));
        assertTrue(String.valueOf(squatter.getMessage()).contains("not Perch"), squatter.getMessage());
        try (Caller stranger = new Caller(null)) {
            String nonce = Handshake.nonce(new SecureRandom());
            stranger.ask("hello", hello(mine, nonce));
            assertTrue(
                    stranger.ask("auth", "{\"clientProof\":\"" + nonce + "\"}").contains("-32002"));
            assertEquals(null, stranger.line());
        }
    }

    /** With so much time for the handshake that no busy machine matters. */
    private StatusServer start(boolean detail) throws Exception {
        return StatusServer.start(lock, user.place(home.resolve("state")), feed, detail, Duration.ofSeconds(20));
    }

    private ClientKey house() throws IOException {
        return ClientKey.read(StatusServer.key(folder)).orElseThrow();
    }

    private ClientKey register(String name, Set<Scope> scopes) throws Exception {
        return register(name, Rights.of(scopes));
    }

    private ClientKey register(String name, Rights rights) throws Exception {
        try (ClientLine line = ClientLine.connect(folder, StatusServer.SOCKET).orElseThrow()) {
            return line.register(name, rights, 90, code -> {});
        }
    }

    private ClientLine known(ClientKey key) throws Exception {
        ClientLine line = ClientLine.connect(folder, StatusServer.SOCKET).orElseThrow();
        try {
            line.introduce(key, new SecureRandom());
            return line;
        } catch (IOException | RpcFault out) {
            line.close();
            throw out;
        }
    }

    private static String hello(ClientKey key, String nonce) {
        return "{\"protocol\":[1],\"clientId\":\"" + key.id() + "\",\"clientNonce\":\"" + nonce + "\"}";
    }

    @Test
    void theClientReadsWhatTheServerTells() throws Exception {
        tell(session("a", SessionStatus.WORKING));
        try (StatusClient client =
                StatusClient.connect(folder, new SecureRandom()).orElseThrow()) {
            client.subscribe(null);
            assertEquals("reset", client.next().get("event"));
            tell(session("a", SessionStatus.INTERRUPTED));
            assertEquals("turn-interrupted", client.next().get("event"));
        }
    }

    /** Hands it over as the render thread does, and waits until it is in the log. */
    private void tell(SessionProjection session) {
        tell(List.of(session), session);
    }

    private void tell(List<SessionProjection> sessions, SessionProjection active) {
        String before = String.valueOf(feed.log().page().sequence());
        feed.publish(new Moment(sessions, active));
        while (before.equals(String.valueOf(feed.log().page().sequence()))) {
            Thread.onSpinWait();
        }
    }

    private final class Caller implements AutoCloseable {
        private final SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        private final BufferedReader in;
        private String ready = "";
        private int id;

        /** One that reads as Perch's own commands do. */
        Caller() throws IOException {
            this(house());
        }

        /** One that has shown who it is; null: a stranger. */
        Caller(@Nullable ClientKey key) throws IOException {
            channel.connect(UnixDomainSocketAddress.of(folder.socket(StatusServer.SOCKET)));
            in = new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            if (key != null) {
                String nonce = Handshake.nonce(new SecureRandom());
                String hello = ask("hello", hello(key, nonce));
                String proof =
                        Handshake.clientProof(key.key(), word(hello, "instanceId"), word(hello, "serverNonce"), nonce);
                ready = ask("auth", "{\"clientProof\":\"" + proof + "\"}");
                assertTrue(ready.contains("\"scopes\""), ready);
            }
        }

        private static String word(String answer, String name) {
            return answer.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
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
