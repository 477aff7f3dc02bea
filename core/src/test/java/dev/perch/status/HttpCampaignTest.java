package dev.perch.status;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.testkit.FrameMutator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Spoilt requests through the reader of the loopback server: each is read, waited for, or refused. */
final class HttpCampaignTest {
    private static final List<String> REQUESTS = List.of(
            "GET /v1/status HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nAuthorization: Bearer " + "a".repeat(64) + "\r\n\r\n",
            "GET /v1/events?ticket=abc&after=0123456789ab-7 HTTP/1.1\r\nHost: localhost:4711\r\nOrigin: null\r\n\r\n",
            "POST /v1/hooks/claude HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nContent-Length: 2\r\n\r\n{}",
            "OPTIONS /v1/status HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nOrigin: http://localhost:8000\r\n\r\n");

    @Test
    void tenThousandSpoiltRequestsAreReadOrRefused() {
        spoil(10_000);
    }

    @Test
    @Tag("long")
    void halfAMillionSpoiltRequestsAreReadOrRefused() {
        spoil(500_000);
    }

    private static void spoil(int requests) {
        FrameMutator mutator = new FrameMutator(11);
        int read = 0;
        int waiting = 0;
        int refused = 0;
        for (int i = 0; i < requests; i++) {
            byte[] bytes = mutator.spoil(REQUESTS.get(i % REQUESTS.size()).getBytes(StandardCharsets.UTF_8));
            try {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                HttpRequest request = HttpRequest.next(buffer);
                if (request == null) {
                    assertTrue(buffer.position() == 0, "nothing was taken");
                    waiting++;
                } else {
                    assertTrue(request.body().length <= HttpRequest.BODY_BYTES
                            && request.path().startsWith("/"));
                    read++;
                }
            } catch (HttpFault fault) {
                refused++;
            }
        }
        assertTrue(read > 0 && waiting > 0 && refused > 0);
        System.out.println(requests + " spoilt requests: " + read + " read, " + waiting + " not whole, " + refused
                + " refused, 0 uncaught");
    }
}
