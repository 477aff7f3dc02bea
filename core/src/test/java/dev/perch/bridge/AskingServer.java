package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import dev.perch.json.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An MCP server over standard input and output, whose tools ask the user for a name by a form, or to visit a page. */
final class AskingServer {
    static final String NAME = "asking";

    private static final Map<String, Object> FORM = Map.of(
            "message",
            "What should the pet be called?",
            "requestedSchema",
            Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of("name", Map.of("type", "string", "title", "Name")),
                    "required",
                    List.of("name")));

    private static final Map<String, Object> PAGE = Map.of(
            "mode",
            "url",
            "message",
            "Sign in, please.",
            "url",
            "https://pets.example/sign-in",
            "elicitationId",
            "the-page");

    private AskingServer() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Object call = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Fields message;
            try (var parser = new JsonFactory().createParser(line)) {
                message = new Fields(JsonTree.readObject(parser));
            }
            Object id = message.value("id");
            switch (message.text("method")) {
                case "initialize" ->
                    answer(
                            id,
                            Map.of(
                                    "protocolVersion",
                                    message.object("params").text("protocolVersion"),
                                    "capabilities",
                                    Map.of("tools", Map.of()),
                                    "serverInfo",
                                    Map.of("name", NAME, "version", "1")));
                case "tools/list" ->
                    answer(
                            id,
                            Map.of(
                                    "tools",
                                    List.of(
                                            tool("ask_name", "Asks the user for a name"),
                                            tool("ask_visit", "Sends the user to a page"))));
                case "tools/call" -> {
                    call = id;
                    boolean visit = message.object("params").text("name").equals("ask_visit");
                    send(Map.of("id", 100, "method", "elicitation/create", "params", visit ? PAGE : FORM));
                }
                case "" ->
                    answer(
                            call,
                            Map.of(
                                    "content",
                                    List.of(Map.of("type", "text", "text", "said " + message.object("result")))));
                default -> {
                    if (id != null) {
                        answer(id, Map.of());
                    }
                }
            }
        }
    }

    private static Map<String, Object> tool(String name, String description) {
        return Map.of(
                "name",
                name,
                "description",
                description,
                "inputSchema",
                Map.of("type", "object", "properties", Map.of()),
                "annotations",
                Map.of("readOnlyHint", true));
    }

    private static void answer(Object id, Map<String, Object> result) {
        send(Map.of("id", id, "result", result));
    }

    private static void send(Map<String, Object> message) {
        Map<String, Object> whole = new LinkedHashMap<>(message);
        whole.put("jsonrpc", "2.0");
        System.out.println(JsonTree.line(whole));
    }
}
