package dev.perch.status;

import static dev.perch.status.Sessions.session;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.perch.model.SessionProjection;
import dev.perch.model.SessionStatus;
import dev.perch.runtime.SystemClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example's page and a hostile page, in a real browser, against the real server. */
final class DashboardInChromiumTest {
    private static final String TOKEN = "0123456789abcdef".repeat(4);
    private static final Path PAGE = Path.of("../examples/dashboard/index.html");
    private static final Path PICTURE = Path.of("target/gallery/dashboard.png");

    private final SystemClock clock = new SystemClock();
    private final AtomicInteger hooks = new AtomicInteger();
    private final SessionProjection first = session("a", SessionStatus.WORKING, Map.of("activity", "running-command"));

    @TempDir
    private Path home;

    private HttpServer pages;
    private StatusFeed feed;
    private LoopbackServer server;

    @BeforeEach
    void open() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = Files.readAllBytes(PAGE);
        pages.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        pages.start();
        start(0);
    }

    private void start(int port) throws IOException {
        feed = new StatusFeed(new StatusLog(new StatusEpoch(new SecureRandom()), clock, InstantSource.system()));
        server = LoopbackServer.start(
                new LoopbackServer.Terms(
                        port, List.of("http://localhost:" + pages.getAddress().getPort()), TOKEN, true),
                clock,
                feed,
                new SecureRandom(),
                (agent, event) -> hooks.incrementAndGet() > 0);
        tell(first);
    }

    @AfterEach
    void close() {
        server.close();
        feed.close();
        pages.stop(0);
    }

    @Test
    void theDashboardShowsALiveTurnAndBeginsAnewAfterACut() throws Exception {
        try (Chromium browser = new Chromium(home)) {
            browser.open("http://localhost:" + pages.getAddress().getPort() + "/#url=http://127.0.0.1:" + server.port()
                    + "&token=" + TOKEN);
            browser.await("document.querySelectorAll('.thread.running.active').length === 1");
            tell(first, session("b", SessionStatus.WAITING_APPROVAL, Map.of("activity", "waiting-approval")));
            browser.await("document.querySelectorAll('.thread.waiting').length === 1");
            int port = server.port();
            server.close();
            feed.close();
            start(port);
            browser.await("document.querySelectorAll('#events .reset').length === 2");
            browser.await("document.querySelectorAll('.thread').length === 1");
            tell(
                    session("a", SessionStatus.READY, Map.of("title", "Tidy the build", "activity", "done-unread")),
                    session("c", SessionStatus.FAILED, Map.of("title", "<b>Release</b> 2.0", "activity", "failed")),
                    session("d", SessionStatus.WORKING, Map.of("title", "Ein Tippfehler", "activity", "editing")));
            browser.await("document.querySelectorAll('.thread.review, .thread.failed').length === 2");
            browser.picture(PICTURE);
        }
    }

    @Test
    void aDashboardThatIsNotListedSaysWhatToList() throws Exception {
        String origin = "http://127.0.0.1:" + pages.getAddress().getPort();
        try (Chromium browser = new Chromium(home)) {
            browser.open(origin + "/#url=http://127.0.0.1:" + server.port() + "&token=" + TOKEN);
            browser.await(
                    "document.getElementById('link').textContent.includes('is " + origin + " in its statusOrigins')");
        }
    }

    @Test
    void aHostilePageReadsNothingAndTellsNothing() throws Exception {
        try (Chromium browser = new Chromium(home)) {
            browser.open("http://127.0.0.1:" + pages.getAddress().getPort() + "/");
            browser.await("document.readyState === 'complete'");
            Object read = browser.value("(async () => {"
                    + "const at = 'http://127.0.0.1:" + server.port() + "', reads = [];"
                    + "const tried = async (name, deed) => {"
                    + "  try { if (await deed()) reads.push(name); } catch (refused) {} };"
                    + "const headers = { Authorization: 'Bearer " + TOKEN + "' };"
                    + "for (const path of ['/v1/status', '/v1/health', '/v1/events']) {"
                    + "  await tried('fetch ' + path, async () => (await fetch(at + path)).text());"
                    + "  await tried('token ' + path, async () => (await fetch(at + path, { headers })).text());"
                    + "  await tried('no-cors ' + path, async () => (await fetch(at + path, { mode: 'no-cors' })).text()); }"
                    + "await tried('post', async () => (await fetch(at + '/v1/hooks/claude',"
                    + "  { method: 'POST', mode: 'no-cors', body: '{}' })).text());"
                    + "const waits = (made, good, bad) => new Promise(done => {"
                    + "  made[good] = () => done(true); made[bad] = () => done(false); });"
                    + "await tried('image', () => { const image = new Image(); image.src = at + '/v1/status';"
                    + "  return waits(image, 'onload', 'onerror'); });"
                    + "await tried('script', () => { const script = document.createElement('script');"
                    + "  script.src = at + '/v1/status'; document.head.append(script);"
                    + "  return waits(script, 'onload', 'onerror'); });"
                    + "await tried('events', () => waits(new EventSource(at + '/v1/events'), 'onopen', 'onerror'));"
                    + "await tried('socket', () => waits(new WebSocket(at.replace('http', 'ws') + '/v1/events'),"
                    + "  'onopen', 'onerror'));"
                    + "const frame = document.createElement('iframe'); frame.name = 'frame'; document.body.append(frame);"
                    + "const form = document.createElement('form'); form.method = 'POST'; form.target = 'frame';"
                    + "form.action = at + '/v1/hooks/claude'; document.body.append(form); form.submit();"
                    + "await waits(frame, 'onload', 'onerror');"
                    + "await tried('frame', () => frame.contentDocument && frame.contentDocument.body.innerText.length);"
                    + "return reads.join(', ') || 'nothing'; })()");
            assertEquals("nothing", read);
            assertEquals(0, hooks.get());
        }
    }

    private void tell(SessionProjection... sessions) {
        feed.publish(new Moment(List.of(sessions), sessions[0]));
    }
}
