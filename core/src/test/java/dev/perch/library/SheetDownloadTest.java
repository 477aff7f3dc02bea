package dev.perch.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.perch.testkit.TlsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server may answer when a sheet is asked of it. */
final class SheetDownloadTest {
    private static final byte[] BYTES = {1, 2, 3};

    private TlsServer server;

    @BeforeEach
    void start() throws Exception {
        server = TlsServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPngAndAWebpComeAsTheyAre() throws Exception {
        SheetDownload.Sheet png = fetch(server.serve("/a", answer(200, "image/png", BYTES)));
        assertEquals("spritesheet.png", png.fileName());
        assertArrayEquals(BYTES, png.bytes());
        assertEquals(
                "spritesheet.webp",
                fetch(server.serve("/b", answer(200, "image/webp; q=1", BYTES))).fileName());
    }

    @Test
    void aRedirectIsNotFollowed() {
        AtomicBoolean followed = new AtomicBoolean();
        URI target = server.serve("/target", exchange -> {
            followed.set(true);
            answer(200, "image/png", BYTES).handle(exchange);
        });
        URI from = server.serve("/from", exchange -> {
            exchange.getResponseHeaders().add("Location", target.toString());
            answer(302, "image/png", new byte[0]).handle(exchange);
        });
        refused(from, "sends elsewhere");
        assertFalse(followed.get());
    }

    @Test
    void anotherStatusIsRefused() {
        refused(server.serve("/gone", answer(404, "image/png", BYTES)), "answers 404");
        refused(server.serve("/part", answer(206, "image/png", BYTES)), "answers 206");
    }

    @Test
    void anotherTypeIsRefused() {
        refused(server.serve("/html", answer(200, "text/html", BYTES)), "no PNG or WebP");
        refused(server.serve("/svg", answer(200, "image/svg+xml", BYTES)), "no PNG or WebP");
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherTheServerSaysSoOrNot() {
        refused(server.serve("/said", endless(true)), "under 20 MB");
        refused(server.serve("/unsaid", endless(false)), "under 20 MB");
    }

    @Test
    void aServerThatDripsIsHungUpOn() {
        SheetDownload hasty = new SheetDownload(server.trust(), Duration.ofSeconds(1));
        URI drip = server.serve("/drip", SheetDownloadTest::drip);
        LibraryFault fault = assertThrows(LibraryFault.class, () -> hasty.fetch(drip));
        assertEquals(
                "localhost: the picture did not come within 1 s; download the pet by hand and install its folder.",
                fault.problem().sentence());
    }

    @Test
    void aServerThatNobodyVouchesForIsNotRead() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        URI image = server.serve("/a", exchange -> {
            asked.set(true);
            answer(200, "image/png", BYTES).handle(exchange);
        });
        SheetDownload strict = new SheetDownload(SSLContext.getDefault());
        assertThrows(IOException.class, () -> strict.fetch(image));
        assertFalse(asked.get());
    }

    private SheetDownload.Sheet fetch(URI image) throws Exception {
        return new SheetDownload(server.trust()).fetch(image);
    }

    private void refused(URI image, String reason) {
        LibraryFault fault = assertThrows(LibraryFault.class, () -> fetch(image));
        assertTrue(fault.problem().what().contains(reason), fault.problem().sentence());
    }

    private static HttpHandler answer(int status, String type, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private static HttpHandler endless(boolean said) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, said ? 20_000_000 : 0);
            pour(exchange);
        };
    }

    /** Ends by itself after a while, so that a client that waits for all of it fails instead of hanging. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < 500; i++) {
                out.write(1);
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException hungUp) {
            exchange.close();
        }
    }

    private static void pour(HttpExchange exchange) {
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] part = new byte[64 * 1024];
            for (int i = 0; i < 400; i++) {
                out.write(part);
            }
        } catch (IOException hungUp) {
            exchange.close();
        }
    }
}
