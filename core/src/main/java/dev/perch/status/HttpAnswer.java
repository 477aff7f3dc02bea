package dev.perch.status;

import dev.perch.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer: JSON, or the head of a stream of events; never cached, framed or guessed at by a browser. */
final class HttpAnswer {
    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(503, "Service Unavailable"));
    private static final String METHODS = "GET, HEAD, OPTIONS, POST";

    private HttpAnswer() {}

    /** @param reader the page that may read it, or null */
    static byte[] json(int code, Map<String, ? extends @Nullable Object> tree, boolean body, @Nullable String reader) {
        byte[] text = (JsonTree.line(tree) + "\n").getBytes(StandardCharsets.UTF_8);
        StringBuilder head = head(code, reader);
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(text.length)
                .append("\r\n");
        if (code == 401) {
            head.append("WWW-Authenticate: Bearer\r\n");
        }
        byte[] top = end(head);
        byte[] all = new byte[top.length + (body ? text.length : 0)];
        System.arraycopy(top, 0, all, 0, top.length);
        System.arraycopy(text, 0, all, top.length, all.length - top.length);
        return all;
    }

    static byte[] fault(HttpFault fault, @Nullable String reader) {
        return json(fault.code(), Map.of("error", String.valueOf(fault.getMessage())), true, reader);
    }

    /** What may be asked. */
    static byte[] options(@Nullable String reader) {
        StringBuilder head = head(204, reader).append("Allow: " + METHODS + "\r\n");
        if (reader != null) {
            head.append("Access-Control-Allow-Methods: " + METHODS + "\r\n")
                    .append("Access-Control-Allow-Headers: Authorization, Last-Event-ID, Content-Type\r\n");
        }
        return end(head);
    }

    static byte[] stream(@Nullable String reader) {
        return end(head(200, reader).append("Content-Type: text/event-stream\r\n"));
    }

    private static StringBuilder head(int code, @Nullable String reader) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(code)
                .append(' ')
                .append(WORDS.get(code))
                .append("\r\nConnection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n")
                .append("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
                .append("Cross-Origin-Resource-Policy: same-origin\r\nVary: Origin\r\n");
        if (reader != null) {
            head.append("Access-Control-Allow-Origin: ").append(reader).append("\r\n");
        }
        return head;
    }

    private static byte[] end(StringBuilder head) {
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
