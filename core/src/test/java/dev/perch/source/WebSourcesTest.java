package dev.perch.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.testkit.FakeClock;
import dev.perch.testkit.LocalServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources that are clients of a server: polling, streams of events, WebSockets. */
final class WebSourcesTest {
    private final FakeClock clock = new FakeClock();
    private final Heard heard = new Heard();
    private final List<Thread> running = new ArrayList<>();
    private final LocalServer server = new LocalServer();

    @AfterEach
    void stop() throws InterruptedException {
        for (Thread thread : running) {
            thread.interrupt();
            thread.join(30_000);
        }
        server.close();
    }

    @Test
    void aDocumentIsAskedForAgainAndTellsWhatIsNew() throws Exception {
        server.says(line("first"));
        start(http("/state"));
        assertEquals("first", heard.nextTitle());
        clock.awaitParked(1);
        server.says(line("second"));
        clock.advance(Duration.ofNanos(HttpSnapshotSource.POLL_NANOS));
        assertEquals("second", heard.nextTitle());
    }

    @Test
    void theSameDocumentIsConfirmedNowAndThenAndNotWithEachQuestion() throws Exception {
        server.says(line("steady"));
        start(http("/state"));
        assertEquals("steady", heard.nextTitle());
        for (int question = 0; question < 16; question++) {
            clock.awaitParked(1);
            clock.advance(Duration.ofNanos(HttpSnapshotSource.POLL_NANOS));
        }
        clock.awaitParked(1);
        assertEquals("steady", heard.nextTitle());
        assertEquals(17, server.questions());
        assertEquals(List.of(), heard.titles());
    }

    @Test
    void everyLineOfADocumentIsASession() throws Exception {
        server.says(line("one") + "\n" + line("two") + "\n");
        start(http("/state"));
        assertEquals("one", heard.nextTitle());
        assertEquals("two", heard.nextTitle());
    }

    @Test
    void eventsOfAStreamAreToldAsTheyCome() throws Exception {
        start(http("/events"));
        server.event("id: 7\r\ndata: " + line("first") + "\r\n\r\n");
        assertEquals("first", heard.nextTitle());
        server.event(": a comment\n\ndata: {\"state\":\"running\",\ndata: \"title\":\"in two lines\"}\n\n");
        assertEquals("in two lines", heard.nextTitle());
    }

    @Test
    void aStreamThatEndsIsOpenedAgainAndSaysWhereItWas() throws Exception {
        start(http("/events"));
        server.event("id: 7\ndata: " + line("first") + "\n\n");
        assertEquals("first", heard.nextTitle());
        server.endStream();
        assertTrue(heard.nextProblem().sentence().contains("ended its stream"));
        clock.awaitParked(1);
        clock.advance(Duration.ofSeconds(1));
        server.event("data: " + line("again") + "\n\n");
        assertEquals("again", heard.nextTitle());
        assertEquals("7", server.lastEventId());
    }

    @Test
    void aServerThatFailsIsToldOnceAndAskedEverMoreSeldom() throws Exception {
        server.fails(500);
        start(http("/state"));
        assertTrue(heard.nextProblem().sentence().contains("answered with status 500"));
        for (int pause : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            clock.awaitParked(1);
            long before = server.questions();
            clock.advance(Duration.ofSeconds(pause).minusMillis(1));
            clock.awaitParked(1);
            assertEquals(before, server.questions(), () -> "not before " + pause + " s are over");
            clock.advanceMillis(1);
        }
        clock.awaitParked(1);
        server.says(line("back"));
        clock.advance(Duration.ofSeconds(60));
        assertEquals("back", heard.nextTitle());
        assertEquals(List.of(), heard.sentences(), "told once");
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        server.fails(302);
        start(http("/state"));
        assertTrue(heard.nextProblem().sentence().contains("answered with status 302"));
    }

    @Test
    void anAnswerWithoutEndIsCutAndNamed() throws Exception {
        server.says("x".repeat(2 << 20));
        start(http("/state"));
        assertTrue(heard.nextProblem().sentence().contains("sent more than 1024 KiB"));
    }

    @Test
    void anEventThatIsTooLongIsRefusedAndTheNextOneCounts() throws Exception {
        start(http("/events"));
        server.event("data: " + "x".repeat(70_000) + "\n\ndata: " + line("small") + "\n\n");
        assertTrue(heard.nextProblem().sentence().contains("longer than 64 KiB"));
        assertEquals("small", heard.nextTitle());
    }

    @Test
    void messagesOfAWebSocketAreSnapshots() throws Exception {
        start(socket());
        server.message(line("first"));
        assertEquals("first", heard.nextTitle());
        server.message("no JSON");
        assertTrue(heard.nextProblem().sentence().contains("JSON"));
        server.message(line("x".repeat(300)));
        assertTrue(heard.nextProblem().sentence().contains("title has 300 characters"));
        server.message("y".repeat(70_000));
        assertTrue(heard.nextProblem().sentence().contains("longer than 64 KiB"));
        server.message(line("last"));
        assertEquals("last", heard.nextTitle());
    }

    @Test
    void aWebSocketThatIsClosedIsConnectedAgain() throws Exception {
        start(socket());
        server.message(line("first"));
        assertEquals("first", heard.nextTitle());
        server.closeSocket();
        assertTrue(heard.nextProblem().sentence().contains("closed the connection (1000)"));
        againAfterASecond();
    }

    @Test
    void aWebSocketThatIsCutWithoutAWordIsConnectedAgain() throws Exception {
        start(socket());
        server.message(line("first"));
        assertEquals("first", heard.nextTitle());
        clock.awaitParked(1);
        server.cutSocket();
        clock.advance(WebSocketSnapshotSource.PULSE); // whether its end was heard or not, there is no answer now
        clock.awaitParked(1);
        clock.advance(WebSocketSnapshotSource.PULSE);
        String told = heard.nextProblem().sentence();
        assertTrue(told.contains("lost the connection"), told);
        againAfterASecond();
    }

    @Test
    void aWebSocketThatAnswersPingsIsKeptAndOneThatDoesNotIsLeft() throws Exception {
        start(socket());
        for (int pulse = 1; pulse <= 5; pulse++) {
            answeredPing(pulse);
            clock.advance(WebSocketSnapshotSource.PULSE);
        }
        assertEquals(List.of(), heard.sentences());
        answeredPing(6);
        server.ignorePings();
        clock.advance(WebSocketSnapshotSource.PULSE);
        server.awaitPings(7);
        clock.awaitParked(1);
        clock.advance(WebSocketSnapshotSource.PULSE);
        assertTrue(heard.nextProblem().sentence().contains("a ping has no answer for 20 s"));
        server.cutSocket(); // it serves one at a time
        againAfterASecond();
    }

    /** What comes after the answer to a ping has been heard, so the answer has. */
    private void answeredPing(int ping) throws InterruptedException {
        server.awaitPings(ping);
        server.message(line("still here"));
        assertEquals("still here", heard.nextTitle());
        clock.awaitParked(1);
    }

    private void againAfterASecond() throws InterruptedException {
        clock.awaitParked(1);
        clock.advance(Duration.ofSeconds(1));
        server.message(line("again"));
        assertEquals("again", heard.nextTitle());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "file:///etc/passwd", "ws://host", "http://", "http://me:secret@host/", "ht tp://x", "//host"
            })
    void whatIsNoUrlIsRefusedWithoutRepeatingIt(String target) {
        String refusal = assertThrows(
                        IllegalArgumentException.class,
                        () -> WebFactory.http(clock).create(Map.of("target", target)))
                .getMessage();
        assertTrue(refusal.startsWith("--source http: "), refusal);
        assertTrue(!refusal.contains("secret"), refusal);
    }

    @Test
    void aNameTellsTheHostAndNothingThatMayBeSecret() {
        RuntimeSnapshotSource source = WebFactory.http(clock).create(Map.of("target", "https://host:1/a?key=secret"));
        assertEquals("https://host:1", source.displayName());
    }

    private RuntimeSnapshotSource http(String path) {
        return WebFactory.http(clock).create(Map.of("target", server.http(path)));
    }

    private RuntimeSnapshotSource socket() {
        return WebFactory.webSocket(clock).create(Map.of("target", server.socket()));
    }

    private void start(RuntimeSnapshotSource source) {
        Thread thread = new Thread(() -> {
            try {
                source.start(heard);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        running.add(thread);
        thread.start();
    }

    private static String line(String title) {
        return "{\"state\":\"running\",\"title\":\"" + title + "\"}";
    }
}
