package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes of one message to a {@link Message} and back, in the app-server's dialect. Safe for threads. */
final class WireCodec {
    private final StrictJson json;

    WireCodec(WireLimits limits) {
        json = new StrictJson(limits.json());
    }

    /**
     * Reads one message.
     *
     * @throws IOException when it is no JSON object under the limits, or neither request, notice nor answer
     */
    Message read(byte[] bytes) throws IOException {
        Fields fields;
        try (JsonParser parser = json.parser(bytes, 0, bytes.length)) {
            fields = Fields.of(JsonTree.readObject(parser));
        }
        String method = fields.text("method");
        RequestId id = RequestId.of(fields.value("id"));
        if (!method.isEmpty()) {
            return id == null
                    ? new Message.Notice(method, fields.object("params"), fields.whole("emittedAtMs", 0))
                    : new Message.Request(id, method, fields.object("params"));
        }
        return answer(fields, id);
    }

    private static Message answer(Fields fields, @Nullable RequestId id) throws IOException {
        Long call = id != null && id.value() instanceof Long number ? number : null;
        if (fields.has("error")) {
            Fields error = fields.object("error");
            return new Message.Refusal(call, error.whole("code", 0), error.text("message"));
        }
        if (call == null) {
            throw new IOException("neither request, notice nor answer");
        }
        return new Message.Result(call, fields.object("result"));
    }

    /** A call of ours. */
    static byte[] call(long id, ClientMethod method, Map<String, ?> params) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("method", method.wire());
        message.put("id", id);
        message.put("params", params);
        return bytes(message);
    }

    /** The one notice that a client sends. */
    static byte[] initialized() {
        return bytes(Map.of("method", "initialized"));
    }

    /** The answer to a request of the server. */
    static byte[] reply(RequestId id, Map<String, ?> result) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id.value());
        message.put("result", result);
        return bytes(message);
    }

    private static byte[] bytes(Map<String, ?> message) {
        return JsonTree.line(message).getBytes(StandardCharsets.UTF_8);
    }
}
