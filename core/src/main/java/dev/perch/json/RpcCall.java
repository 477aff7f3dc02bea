package dev.perch.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request of JSON-RPC 2.0, one in a line: never a batch, never a notification, no key beside the four.
 *
 * @param id a text or a whole number
 * @param params empty where there were none
 */
public record RpcCall(Object id, String method, Map<String, @Nullable Object> params) {
    private static final String VERSION = "2.0";
    private static final Set<String> KEYS = Set.of("jsonrpc", "id", "method", "params");

    /**
     * Reads one.
     *
     * @param line without its line feed
     * @param strict its limits
     * @throws RpcFault when it is none: {@link RpcFault#NO_JSON} or {@link RpcFault#NO_REQUEST}
     */
    public static RpcCall read(byte[] line, StrictJson strict) throws RpcFault {
        Map<String, @Nullable Object> object;
        try (JsonParser parser = strict.parser(line, 0, line.length)) {
            object = JsonTree.readObject(parser);
        } catch (IOException notJson) {
            throw new RpcFault(
                    RpcFault.NO_JSON, "a line is one JSON object in UTF-8, under the limits of the document.");
        }
        Object id = object.get("id");
        Object params = object.getOrDefault("params", Map.of());
        if (!VERSION.equals(object.get("jsonrpc"))
                || !(id instanceof String || id instanceof Integer || id instanceof Long)
                || !(object.get("method") instanceof String method)
                || !(params instanceof Map<?, ?> map)
                || !KEYS.containsAll(object.keySet())) {
            throw new RpcFault(
                    RpcFault.NO_REQUEST,
                    "a request has jsonrpc \"2.0\", an id, a method and, where it takes any, params; no batches.");
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        map.forEach((key, value) -> told.put(String.valueOf(key), value));
        return new RpcCall(id, method, told);
    }

    /** The line that answers it. */
    public byte[] answer(Map<String, ? extends @Nullable Object> result) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("jsonrpc", VERSION);
        object.put("id", id);
        object.put("result", result);
        return line(object);
    }

    /** The line that says why it was not done. */
    public byte[] answer(RpcFault fault) {
        return refusal(id, fault);
    }

    /** The line that refuses what was no request. */
    public static byte[] refusal(@Nullable Object id, RpcFault fault) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", fault.code());
        error.put("message", String.valueOf(fault.getMessage()));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("jsonrpc", VERSION);
        object.put("id", id);
        object.put("error", error);
        return line(object);
    }

    /** The line that tells of something, unasked. */
    public static byte[] notice(String method, Map<String, ? extends @Nullable Object> params) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("jsonrpc", VERSION);
        object.put("method", method);
        object.put("params", params);
        return line(object);
    }

    /** The line that asks. */
    public static byte[] request(Object id, String method, Map<String, ? extends @Nullable Object> params) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("jsonrpc", VERSION);
        object.put("id", id);
        object.put("method", method);
        object.put("params", params);
        return line(object);
    }

    private static byte[] line(Map<String, ? extends @Nullable Object> object) {
        return (JsonTree.line(object) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
