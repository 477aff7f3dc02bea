package dev.perch.status;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP/1.1 as the loopback server takes it, read once a connection: no chunks, no continuation lines, no bare line
 * feeds, a path of plain letters.
 *
 * @param path with no query
 * @param query the text behind the question mark; empty where there is none
 */
record HttpRequest(String method, String path, String query, List<Header> headers, byte[] body) {
    static final int HEAD_BYTES = 8192;

    /** What a hook hands over at most. */
    static final int BODY_BYTES = 256 * 1024;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String TARGET = "/[A-Za-z0-9._~/-]*(\\?[A-Za-z0-9._~=&-]*)?";
    private static final Set<String> ONCE =
            Set.of("host", "origin", "authorization", "content-length", "sec-fetch-site", "last-event-id");

    /** @param name in small letters */
    record Header(String name, String value) {}

    /** The value of a header that may come once, or null. */
    @Nullable
    String header(String name) {
        for (Header header : headers) {
            if (header.name().equals(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** The value of a word of the query, or null. */
    @Nullable
    String word(String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    /**
     * The request; null: it is not whole yet, and nothing was taken.
     *
     * @throws HttpFault when it can be none
     */
    static @Nullable HttpRequest next(ByteBuffer bytes) throws HttpFault {
        int end = endOfHead(bytes);
        int size = (end < 0 ? bytes.limit() : end) - bytes.position();
        if (size > HEAD_BYTES) {
            throw new HttpFault(431, "the head of a request has at most " + HEAD_BYTES + " bytes.");
        }
        if (end < 0) {
            return null;
        }
        byte[] head = new byte[size];
        bytes.duplicate().get(head);
        HttpRequest request = head(new String(head, StandardCharsets.ISO_8859_1));
        int length = request.length();
        if (bytes.limit() - end < length) {
            return null;
        }
        bytes.position(end);
        byte[] body = new byte[length];
        bytes.get(body);
        return new HttpRequest(request.method, request.path, request.query, request.headers, body);
    }

    private static int endOfHead(ByteBuffer bytes) {
        for (int at = bytes.position() + 3; at < bytes.limit(); at++) {
            if (bytes.get(at) == '\n'
                    && bytes.get(at - 1) == '\r'
                    && bytes.get(at - 2) == '\n'
                    && bytes.get(at - 3) == '\r') {
                return at + 1;
            }
        }
        return -1;
    }

    private static HttpRequest head(String head) throws HttpFault {
        String[] lines = head.substring(0, head.length() - 4).split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 3
                || !first[0].matches("[A-Z]{1,16}")
                || !first[1].matches(TARGET)
                || !first[2].equals("HTTP/1.1")) {
            throw bad("the first line is METHOD /path HTTP/1.1.");
        }
        List<Header> headers = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            headers.add(header(line, headers));
        }
        int mark = first[1].indexOf('?');
        String path = mark < 0 ? first[1] : first[1].substring(0, mark);
        return new HttpRequest(first[0], path, mark < 0 ? "" : first[1].substring(mark + 1), headers, new byte[0]);
    }

    private static Header header(String line, List<Header> before) throws HttpFault {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        if (!name.matches(TOKEN) || value.chars().anyMatch(letter -> letter < ' ' || letter >= 0x7f)) {
            throw bad("a header is NAME: value, of printable ASCII.");
        }
        if (ONCE.contains(name)
                && before.stream().anyMatch(header -> header.name().equals(name))) {
            throw bad("the header " + name + " comes once.");
        }
        if (name.equals("transfer-encoding") || name.equals("expect")) {
            throw bad("the header " + name + " is not taken.");
        }
        return new Header(name, value);
    }

    private int length() throws HttpFault {
        String told = header("content-length");
        if (told == null) {
            return 0;
        }
        if (!told.matches("0|[1-9][0-9]{0,6}")) {
            throw bad("content-length is a number.");
        }
        int length = Integer.parseInt(told);
        if (length > BODY_BYTES) {
            throw new HttpFault(413, "a body has at most " + BODY_BYTES + " bytes.");
        }
        if (length > 0 && !method.equals("POST")) {
            throw bad("only POST has a body.");
        }
        return length;
    }

    private static HttpFault bad(String sentence) {
        return new HttpFault(400, sentence);
    }
}
