package dev.perch.status;

import static dev.perch.status.Sessions.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.runtime.SystemClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loopback HTTP, written byte by byte: who is let in, and what a reader of events is told after its line was cut. */
final class HttpMatrixTest {
    private static final String TOKEN = "0123456789abcdef".repeat(4);
    private static final String LISTED = "http://localhost:8000";

    private final SystemClock clock = new SystemClock();
    private final AtomicInteger hooks = new AtomicInteger();
    private StatusFeed feed;
    private LoopbackServer server;

    @BeforeEach
    void open() throws IOException {
        feed = new StatusFeed(new StatusLog(new StatusEpoch(new SecureRandom()), clock, InstantSource.system()));
        SessionProjection running = session("a", SessionStatus.WORKING);
        feed.log().take(new Moment(List.of(running), running));
        server = LoopbackServer.start(
                new LoopbackServer.Terms(0, List.of(LISTED, "null"), TOKEN, false),
                clock,
                feed,
                new SecureRandom(),
                (agent, event) -> agent.equals("claude") && hooks.incrementAndGet() > 0);
    }

    @AfterEach
    void close() {
        server.close();
        feed.close();
    }

    @Test
    void nobodyReadsOrTellsWhoMayNot() throws IOException {
        String here = "127.0.0.1:" + server.port();
        List<List<String>> hosts = List.of(
                List.of(here),
                List.of("localhost:" + server.port()),
                List.of(),
                List.of(here, here),
                List.of("evil.example:" + server.port()),
                List.of("0.0.0.0:" + server.port()),
                List.of("127.0.0.1"));
        String[] origins = {"", LISTED, "null", "http://evil.example", LISTED + ".evil.example", "http://" + here};
        String[] sites = {"", "none", "cross-site", "same-site"};
        String[] asked = {
            "GET /v1/status",
            "HEAD /v1/status",
            "POST /v1/tickets",
            "POST /v1/hooks/claude",
            "DELETE /v1/status",
            "OPTIONS /v1/status"
        };
        String[] tokens = {"Bearer " + TOKEN, "Bearer " + TOKEN.replace('0', '1'), "", "Basic " + TOKEN};
        int cells = 0;
        int read = 0;
        for (List<String> host : hosts) {
            for (String origin : origins) {
                for (String site : sites) {
                    for (String ask : asked) {
                        for (String token : tokens) {
                            int wanted = wanted(
                                    host.size() == 1
                                            && (host.get(0).equals(here)
                                                    || host.get(0).startsWith("localhost")),
                                    origin,
                                    site,
                                    token.equals("Bearer " + TOKEN),
                                    ask);
                            StringBuilder head = new StringBuilder(ask + " HTTP/1.1\r\n");
                            host.forEach(name -> add(head, "Host", name));
                            add(head, "Origin", origin);
                            add(head, "Sec-Fetch-Site", site);
                            add(head, "Authorization", token);
                            int before = hooks.get();
                            String answer = send(head + "\r\n");
                            cells++;
                            String cell = head + " -> " + answer;
                            assertEquals(wanted, code(answer), cell);
                            assertEquals(wanted == 200 && ask.contains("hooks") ? 1 : 0, hooks.get() - before, cell);
                            assertEquals(wanted == 200 && ask.startsWith("GET"), answer.contains("threads"), cell);
                            assertEquals(wanted == 200 && ask.endsWith("tickets"), answer.contains("ticket\""), cell);
                            assertEquals(
                                    origin.equals(LISTED) && wanted != 400,
                                    answer.contains("Access-Control-Allow-Origin: " + LISTED),
                                    cell);
                            assertTrue(answer.contains("nosniff") && answer.contains("no-store"), cell);
                            read += wanted == 200 ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertEquals(7 * 6 * 4 * 6 * 4, cells);
        assertTrue(read > 0 && read < cells / 10, read + " of " + cells);
    }

    private static int wanted(boolean host, String origin, String site, boolean token, String ask) {
        if (!host) {
            return 400;
        }
        boolean listed = origin.equals(LISTED);
        boolean otherSite = site.equals("cross-site") || site.equals("same-site");
        if (!origin.isEmpty() && !listed || otherSite && !listed) {
            return 403;
        }
        if (!token) {
            return 401;
        }
        return ask.startsWith("DELETE") ? 405 : ask.startsWith("OPTIONS") ? 204 : 200;
    }

    @Test
    void aListedPageMayAskWhatItMayAskAndIsToldNothing() throws IOException {
        String ask = "OPTIONS /v1/status HTTP/1.1\r\nHost: localhost:" + server.port()
                + "\r\nAccess-Control-Request-Method: GET\r\nOrigin: ";
        assertTrue(send(ask + LISTED + "\r\n\r\n").startsWith("HTTP/1.1 204"));
        assertEquals(403, code(send(ask + "http://evil.example\r\n\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  /v1/status HTTP/1.1\r\n",
                "GET /v1/status HTTP/1.0\r\n",
                "GET http://127.0.0.1/v1/status HTTP/1.1\r\n",
                "GET /v1/%73tatus HTTP/1.1\r\n",
                "GET /v1/status HTTP/1.1\r\n Folded: yes\r\n",
                "GET /v1/status HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                "GET /v1/status HTTP/1.1\r\nContent-Length: 1\r\n",
                "GET /v1/status HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 0\r\n",
                "GET /v1/status HTTP/1.1\r\nA b: c\r\n",
                "GET /v1/status HTTP/1.1\r\nA: b\nc: d\r\n",
                "POST /v1/tickets HTTP/1.1\r\nContent-Length: -1\r\n",
                "get /v1/status HTTP/1.1\r\n"
            })
    void whatCouldBeReadTwoWaysIsNotReadAtAll(String head) throws IOException {
        String answer =
                send(head + "Host: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer " + TOKEN + "\r\n\r\n");
        assertEquals(400, code(answer), answer);
    }

    @Test
    void aTicketLetsOneReaderInOnceAndOnlyToEvents() throws IOException {
        String answer = send(request("POST /v1/tickets"));
        String ticket = answer.replaceAll("(?s).*\"ticket\":\"([0-9a-f]{64})\".*", "$1");
        String host = " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n";
        assertEquals(401, code(send("GET /v1/status?ticket=" + ticket + host)));
        try (Stream stream = new Stream("GET /v1/events?ticket=" + ticket + host)) {
            assertEquals("reset", stream.next().kind());
        }
        assertEquals(401, code(send("GET /v1/events?ticket=" + ticket + host)));
    }

    @Test
    void halfOpenCallersKeepNobodyOut() throws IOException {
        List<Socket> half = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            socket.getOutputStream().write("GET /v1/st".getBytes(StandardCharsets.US_ASCII));
            half.add(socket);
        }
        assertEquals(200, code(send(request("GET /v1/status"))));
        for (Socket socket : half) {
            socket.close();
        }
    }

    @Test
    void afterTwoHundredCutsNothingWasMissedWithoutAReset() throws IOException {
        Random chance = new Random(42);
        long seen = -1;
        int resets = 0;
        String last = null;
        boolean working = true;
        for (int cut = 0; cut < 200; cut++) {
            int steps = chance.nextInt(20) == 0 ? 700 : chance.nextInt(8);
            for (int i = 0; i < steps; i++) {
                working = !working;
                SessionProjection next = session("a", working ? SessionStatus.WORKING : SessionStatus.IDLE);
                feed.log().take(new Moment(List.of(next), next));
            }
            long newest = feed.log().page().sequence();
            String more = last == null ? "" : "Last-Event-ID: " + last + "\r\n";
            try (Stream stream = new Stream(request("GET /v1/events").replace("\r\n\r\n", "\r\n" + more + "\r\n"))) {
                int reads = chance.nextInt(2_000);
                while (reads-- > 0 && seen < newest) {
                    Event event = stream.next();
                    if (event.kind().equals("reset")) {
                        assertTrue(seen < 0 || newest - seen > StatusLog.MOST_EVENTS, "a reset where none was due");
                        resets++;
                    } else {
                        assertEquals(seen + 1, event.number());
                    }
                    seen = event.number();
                    last = event.id();
                }
            }
        }
        assertTrue(resets > 1, resets + " resets");
        assertFalse(last == null);
    }

    private record Event(String kind, String id) {
        long number() {
            return Long.parseLong(id.substring(id.indexOf('-') + 1));
        }
    }

    /** A reader of events. */
    private final class Stream implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        private final InputStream in;

        Stream(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new java.io.BufferedInputStream(socket.getInputStream());
            assertTrue(line().startsWith("HTTP/1.1 200"));
        }

        Event next() throws IOException {
            String id = "";
            String kind = "";
            while (true) {
                String line = line();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.isEmpty() && !kind.isEmpty()) {
                    return new Event(kind, id);
                }
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                assertTrue(next >= 0, "hung up after " + line);
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private String request(String ask) {
        return ask + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer " + TOKEN
                + "\r\n\r\n";
    }

    private static void add(StringBuilder head, String name, String value) {
        if (!value.isEmpty()) {
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private static int code(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private String send(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                // it hung up before all was written
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
