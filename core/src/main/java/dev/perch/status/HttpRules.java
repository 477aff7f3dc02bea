package dev.perch.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read over loopback HTTP. A browser's page can send almost anything to 127.0.0.1, so the name that it was sent to, the
 * page that sent it and a secret are all looked at, in this order, before anything else.
 *
 * @param port that the server listens on
 * @param origins pages that may read, exactly as browsers write them; never {@code null}, which is how they write all pages that
 *     they keep apart
 * @param token that every request bears
 */
record HttpRules(int port, List<String> origins, String token) {
    private static final String BEARER = "Bearer ";

    HttpRules {
        origins = origins.stream().filter(origin -> !origin.equals("null")).toList();
    }

    /** @throws HttpFault when it was sent by another name, or by a page that is not on the list */
    void checkSender(HttpRequest request) throws HttpFault {
        String host = request.header("host");
        if (!Set.of("127.0.0.1:" + port, "localhost:" + port).contains(host == null ? "" : host)) {
            throw new HttpFault(400, "the Host is 127.0.0.1 or localhost, with the port.");
        }
        String origin = request.header("origin");
        boolean listed = origin != null && origins.contains(origin);
        if (origin != null && !listed) {
            throw new HttpFault(403, "pages of this origin may not read; list it under statusOrigins in config.json.");
        }
        String site = request.header("sec-fetch-site");
        if (site != null && !listed && !Set.of("none", "same-origin").contains(site)) {
            throw new HttpFault(403, "a page of another site may not read.");
        }
    }

    /** Whether a browser only asks what it may ask: that carries no secret, and is told none. */
    boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("origin") != null
                && request.header("access-control-request-method") != null;
    }

    /** Whether it bears the token. */
    boolean bearsToken(HttpRequest request) {
        String told = request.header("authorization");
        return told != null && same(told, BEARER + token);
    }

    /** The page that may read the answer, or null. */
    @Nullable
    String reader(HttpRequest request) {
        String origin = request.header("origin");
        return origin != null && origins.contains(origin) ? origin : null;
    }

    private static boolean same(String told, String wanted) {
        return MessageDigest.isEqual(
                told.getBytes(StandardCharsets.ISO_8859_1), wanted.getBytes(StandardCharsets.ISO_8859_1));
    }
}
