package dev.perch.control;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words on the socket: one JSON object in a line asks, {@code {"protocol":1,"command":"status"}}, one answers, and the
 * companion hangs up. Everything else is refused: another protocol, a further key, a second line.
 */
final class ControlWire {
    /** The version of the protocol: raised when an older reader would misread a newer writer. */
    static final int PROTOCOL = 1;

    /** The longest line that asks, with its line feed. */
    static final int LINE_BYTES = 4096;

    /** The longest line that answers, with its line feed: a status of all pets there can be, in any letters. */
    static final int ANSWER_BYTES = 32 * 1024;

    private static final StrictJson REQUEST = new StrictJson(new StrictJson.Limits(1, 16, 32, 4, 8));
    private static final StrictJson ANSWER = new StrictJson(new StrictJson.Limits(5, 32, LINE_BYTES, 20, 2048));
    private static final Set<String> REQUEST_KEYS = Set.of("protocol", "command");

    private ControlWire() {}

    static byte[] request(ControlCommand command) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("protocol", PROTOCOL);
        request.put("command", command.word());
        return line(request);
    }

    /** @param line without its line feed */
    static ControlCommand readRequest(byte[] line) throws BadLine {
        Map<String, @Nullable Object> request = object(REQUEST, line);
        if (!Integer.valueOf(PROTOCOL).equals(request.get("protocol"))) {
            throw new BadLine("this companion speaks protocol 1 only; use the perch command of its own version.");
        }
        if (!request.keySet().equals(REQUEST_KEYS) || !(request.get("command") instanceof String word)) {
            throw new BadLine("a request has exactly a protocol and a command; leave all else out.");
        }
        return ControlCommand.of(word)
                .orElseThrow(
                        () -> new BadLine(
                                "there is no such command; use forward, wake, tuck, rescue, quit, pets-use, pets-pick, ingress-on, ingress-off or status."));
    }

    static byte[] answer(ControlAnswer answer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("protocol", PROTOCOL);
        object.put("ok", answer.ok());
        object.put("pid", answer.pid());
        object.put("version", answer.version());
        if (answer.error() != null) {
            object.put("error", answer.error());
        }
        if (answer.status() != null) {
            object.put("status", StatusJson.tree(answer.status()));
        }
        return line(object);
    }

    /** @param line without its line feed */
    static ControlAnswer readAnswer(byte[] line) throws BadLine {
        Map<String, @Nullable Object> object = object(ANSWER, line);
        if (!Integer.valueOf(PROTOCOL).equals(object.get("protocol"))) {
            throw new BadLine("the companion that runs speaks another protocol; quit it and start this one.");
        }
        if (!(object.get("ok") instanceof Boolean ok)
                || !(object.get("pid") instanceof Number pid)
                || !(object.get("version") instanceof String version)) {
            throw new BadLine("the answer of the companion that runs is not one; quit it and start it again.");
        }
        String error = ok ? null : String.valueOf(object.get("error"));
        return new ControlAnswer(pid.longValue(), version, error, StatusJson.read(object.get("status")));
    }

    private static Map<String, @Nullable Object> object(StrictJson strict, byte[] line) throws BadLine {
        try (JsonParser parser = strict.parser(line, 0, line.length)) {
            return JsonTree.readObject(parser);
        } catch (IOException notJson) {
            throw new BadLine("the line is not one small JSON object; write {\"protocol\":1,\"command\":\"status\"}.");
        }
    }

    private static byte[] line(Map<String, ? extends @Nullable Object> object) {
        byte[] line = (JsonTree.line(object) + "\n").getBytes(StandardCharsets.UTF_8);
        if (line.length > ANSWER_BYTES) {
            throw new IllegalArgumentException("a line of " + line.length + " bytes");
        }
        return line;
    }

    /** The numbers and words of a status, read with no trust in who wrote them. */
    static long number(Map<?, ?> object, String key) {
        return object.get(key) instanceof Number number ? number.longValue() : 0;
    }

    static String text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }

    static List<?> list(Map<?, ?> object, String key) {
        return object.get(key) instanceof List<?> list ? list : List.of();
    }
}
