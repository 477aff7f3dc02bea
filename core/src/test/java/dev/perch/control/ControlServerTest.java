package dev.perch.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.Clock;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.RunFolder;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The control socket from a caller's side: real sockets, real credentials. */
final class ControlServerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final Clock clock = new SystemClock();
    private final List<ControlCommand> heard = new CopyOnWriteArrayList<>();

    @TempDir
    private Path home;

    private RunFolder folder;
    private InstanceLock lock;

    @BeforeEach
    void takeTheLock() throws Exception {
        folder = RunFolder.open(null, home.resolve("run"));
        lock = InstanceLock.take(folder).orElseThrow();
    }

    @AfterEach
    void giveItBack() {
        lock.close();
    }

    @TestFactory
    Stream<DynamicTest> eachCommandIsHeardAndAnswered() {
        return Stream.of(ControlCommand.values())
                .map(command -> DynamicTest.dynamicTest(command.word(), () -> {
                    heard.clear();
                    try (ControlServer server = server(LONG)) {
                        ControlAnswer answer =
                                new ControlClient(folder, clock).ask(command).orElseThrow();
                        assertEquals(done(), answer);
                        assertEquals(List.of(command), heard);
                    }
                }));
    }

    @Test
    void aStatusComesThroughTheSocketAsItIs() throws Exception {
        StatusView status = new StatusView(
                "Pip \"the bird\"",
                "waiting",
                "May I? \u00e4 \u4f60 \ud83d\udc26",
                123_456,
                true,
                new StatusView.Window(-5, 7, 300, 290, true),
                List.of(new StatusView.Pet(
                        "Axo", "web", "running", "Tests", true, new StatusView.Window(1, 2, 3, 4, false))),
                0,
                3,
                List.of(new StatusView.Source("file-2", "file x.json", "running", 9, 3)),
                0,
                StatusView.INGRESS_OFF,
                new StatusView.Queues(1, 2, 3, 4, 5, 6));
        ControlAnswer answer = new ControlAnswer(1, "0.1", null, status);
        try (ControlServer server = server(LONG, command -> CompletableFuture.completedFuture(answer))) {
            assertEquals(
                    answer,
                    new ControlClient(folder, clock).ask(ControlCommand.STATUS).orElseThrow());
        }
    }

    @Test
    void theLongestStatusFitsOneLine() throws Exception {
        String wide = "\ud83d\udc26".repeat(1000);
        StatusView.Source source =
                new StatusView.Source("s".repeat(64), wide, "stopped", Long.MAX_VALUE, Long.MAX_VALUE);
        StatusView status = new StatusView(
                wide,
                "x".repeat(64),
                wide,
                Long.MAX_VALUE,
                true,
                new StatusView.Window(-40_000, -40_000, 40_000, 40_000, true),
                Collections.nCopies(
                        30,
                        new StatusView.Pet(
                                wide,
                                wide,
                                "x".repeat(64),
                                wide,
                                true,
                                new StatusView.Window(-40_000, -40_000, 40_000, 40_000, true))),
                0,
                Long.MAX_VALUE,
                Collections.nCopies(20, source),
                0,
                Integer.MAX_VALUE,
                new StatusView.Queues(
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE));
        ControlAnswer answer = new ControlAnswer(Long.MAX_VALUE, "0.1.0-SNAPSHOT", null, status);
        byte[] line = ControlWire.answer(answer);
        assertTrue(line.length <= ControlWire.ANSWER_BYTES, line.length + " bytes");
        assertEquals(12, status.sourcesLeftOut());
        assertEquals(9, status.petsLeftOut());
    }

    @TestFactory
    Stream<DynamicTest> aBadLineIsRefusedInOneSentenceAndDoesNothing() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("empty", "\n");
        lines.put("no JSON", "quit\n");
        lines.put("an array", "[1]\n");
        lines.put("a string", "\"quit\"\n");
        lines.put("cut", "{\"protocol\":1,\"command\":\"qu\n");
        lines.put("no protocol", "{\"command\":\"quit\"}\n");
        lines.put("another protocol", "{\"protocol\":2,\"command\":\"quit\"}\n");
        lines.put("a protocol in quotes", "{\"protocol\":\"1\",\"command\":\"quit\"}\n");
        lines.put("a fraction of a protocol", "{\"protocol\":1.0,\"command\":\"quit\"}\n");
        lines.put("no command", "{\"protocol\":1}\n");
        lines.put("an unknown command", "{\"protocol\":1,\"command\":\"grant\"}\n");
        lines.put("a command in capitals", "{\"protocol\":1,\"command\":\"QUIT\"}\n");
        lines.put("a command that is null", "{\"protocol\":1,\"command\":null}\n");
        lines.put("a further key", "{\"protocol\":1,\"command\":\"quit\",\"force\":true}\n");
        lines.put("a key twice", "{\"protocol\":1,\"command\":\"quit\",\"command\":\"quit\"}\n");
        lines.put("nested", "{\"protocol\":1,\"command\":{\"command\":\"quit\"}}\n");
        lines.put("more behind it", "{\"protocol\":1,\"command\":\"quit\"} {}\n");
        lines.put("two lines", "{\"protocol\":1,\"command\":\"quit\"}\n{\"protocol\":1,\"command\":\"quit\"}\n");
        lines.put("a comment", "{\"protocol\":1,/**/\"command\":\"quit\"}\n");
        lines.put("a zero byte", "{\"protocol\":1,\"command\":\"qu\0it\"}\n");
        lines.put("too long", "{\"protocol\":1,\"command\":\"" + "q".repeat(5000) + "\"}\n");
        lines.put("long and no end", "q".repeat(ControlWire.LINE_BYTES + 1));
        lines.put("a long number", "{\"protocol\":" + "1".repeat(100) + ",\"command\":\"quit\"}\n");
        return lines.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    try (ControlServer server = server(LONG)) {
                        String answer = exchange(each.getValue().getBytes(StandardCharsets.UTF_8));
                        assertTrue(answer.startsWith("{\"protocol\":1,\"ok\":false,"), answer);
                        assertTrue(answer.endsWith("\"}\n"), answer);
                        assertEquals(List.of(), heard);
                        assertTrue(new ControlClient(folder, clock)
                                .ask(ControlCommand.WAKE)
                                .isPresent());
                        heard.clear();
                    }
                }));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        try (ControlServer server = server(LONG)) {
            String answer = exchange(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}', '\n'});
            assertTrue(answer.contains("\"ok\":false"), answer);
        }
    }

    @Test
    void aRequestInPiecesIsOneRequest() throws Exception {
        try (ControlServer server = server(LONG);
                SocketChannel caller = connect()) {
            for (byte piece : ControlWire.request(ControlCommand.TUCK)) {
                caller.write(ByteBuffer.wrap(new byte[] {piece}));
            }
            assertTrue(rest(caller).contains("\"ok\":true"));
            assertEquals(List.of(ControlCommand.TUCK), heard);
        }
    }

    @Test
    void whoAsksNothingIsHungUpOn() throws Exception {
        try (ControlServer server = server(SHORT);
                SocketChannel silent = connect()) {
            assertEquals("", rest(silent));
        }
    }

    @Test
    void aPetThatDoesNotAnswerIsSaidToBeBusy() throws Exception {
        try (ControlServer server = server(SHORT, command -> new CompletableFuture<>())) {
            ControlAnswer answer =
                    new ControlClient(folder, clock).ask(ControlCommand.WAKE).orElseThrow();
            assertFalse(answer.ok());
            assertTrue(String.valueOf(answer.error()).contains("busy"));
        }
    }

    @Test
    void anAnswerThatFailsIsAnErrorAndTheServerGoesOn() throws Exception {
        try (ControlServer server =
                server(LONG, command -> CompletableFuture.failedFuture(new IllegalStateException("secret path")))) {
            for (int i = 0; i < 2; i++) {
                ControlAnswer answer = new ControlClient(folder, clock)
                        .ask(ControlCommand.WAKE)
                        .orElseThrow();
                assertFalse(answer.ok());
                assertFalse(String.valueOf(answer.error()).contains("secret"));
            }
        }
    }

    @Test
    void oneCallerTooManyIsHungUpOnAndTheOthersAreServed() throws Exception {
        List<SocketChannel> callers = new ArrayList<>();
        try (ControlServer server = server(LONG)) {
            for (int i = 0; i < ControlServer.MOST_CALLERS; i++) {
                callers.add(connect());
            }
            try (SocketChannel oneMore = connect()) {
                assertEquals("", rest(oneMore));
            }
            for (SocketChannel caller : callers) {
                caller.write(ByteBuffer.wrap(ControlWire.request(ControlCommand.WAKE)));
                assertTrue(rest(caller).contains("\"ok\":true"));
                caller.close();
            }
            assertTrue(new ControlClient(folder, clock).ask(ControlCommand.WAKE).isPresent());
        }
    }

    /** The credentials are the socket's own; only the server's idea of its user is another. */
    @Test
    void anotherUserIsHungUpOnUnheard() throws Exception {
        UserPrincipal nobody =
                home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (ControlServer server = ControlServer.start(lock, nobody, clock, LONG, this::handle)) {
            try (SocketChannel caller = connect()) {
                assertEquals("", rest(caller));
            }
            assertThrows(LocalFault.class, () -> new ControlClient(folder, clock).ask(ControlCommand.QUIT));
            assertEquals(List.of(), heard);
        }
    }

    @Test
    void theSocketIsTheUsersAloneAndGoesWithTheServer() throws Exception {
        try (ControlServer server = server(LONG)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.socket(ControlServer.SOCKET))));
        }
        assertFalse(Files.exists(folder.socket(ControlServer.SOCKET)));
        assertTrue(new ControlClient(folder, clock).ask(ControlCommand.STATUS).isEmpty());
    }

    @Test
    void anAnswerThatIsReadyIsGivenBeforeTheServerEnds() throws Exception {
        CompletableFuture<ControlAnswer> answer = new CompletableFuture<>();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        ControlServer server = server(LONG, command -> {
            asked.complete(null);
            return answer;
        });
        try (SocketChannel caller = connect()) {
            caller.write(ByteBuffer.wrap(ControlWire.request(ControlCommand.QUIT)));
            asked.join();
            answer.complete(done());
            server.close();
            assertTrue(rest(caller).contains("\"ok\":true"));
        }
    }

    @Test
    void aSocketThatSomebodyListensOnIsNotTakenAway() throws Exception {
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            other.bind(UnixDomainSocketAddress.of(folder.socket(ControlServer.SOCKET)));
            assertThrows(LocalFault.class, () -> server(LONG));
        }
        server(LONG).close(); // once nobody listens, what is left of it is in nobody's way
    }

    @Test
    void theLockIsHadByOneAtATime() throws Exception {
        assertTrue(InstanceLock.take(folder).isEmpty());
        assertTrue(InstanceLock.take(folder).isEmpty(), "asking in vain does not loosen it");
        lock.close();
        lock = InstanceLock.take(folder).orElseThrow();
    }

    @Test
    void aSecondStartHasTheFirstComeForward() throws Exception {
        try (ControlServer server = server(LONG)) {
            Entrance entrance = Entrance.enter(folder, clock);
            assertEquals(new Entrance.Second(done()), entrance);
            assertEquals(List.of(ControlCommand.FORWARD), heard);
        }
    }

    private ControlServer server(Duration patience) throws LocalFault {
        return server(patience, this::handle);
    }

    private ControlServer server(Duration patience, ControlServer.Handler handler) throws LocalFault {
        return ControlServer.start(lock, LocalSocket.owner(folder.path()), clock, patience, handler);
    }

    private CompletableFuture<ControlAnswer> handle(ControlCommand command) {
        heard.add(command);
        return CompletableFuture.completedFuture(done());
    }

    private static ControlAnswer done() {
        return new ControlAnswer(42, "0.1", null, null);
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(folder.socket(ControlServer.SOCKET)));
    }

    private String exchange(byte[] line) throws IOException {
        try (SocketChannel caller = connect()) {
            caller.write(ByteBuffer.wrap(line));
            return rest(caller);
        }
    }

    /** All that comes until the server hangs up. */
    private static String rest(SocketChannel caller) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
        int got = 0;
        while (got >= 0) {
            try {
                got = caller.read(bytes);
            } catch (SocketException reset) {
                got = -1; // hung up before it had read everything
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
