package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for the model behind Codex: answers by what the user said last, and by how many tool calls were answered since.
 * It speaks as much of the Responses API as Codex 0.169.0 needs.
 */
final class FakeModel implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private int requests;
    private volatile long calledNanos;
    private volatile String told = "";

    FakeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/responses", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** When it last called a tool, by {@link System#nanoTime}. */
    long calledNanos() {
        return calledNanos;
    }

    /** What came of the tool that it called last. */
    String told() {
        return told;
    }

    /** Lets go whoever waits at that gate, now or later. */
    void open(String gate) {
        gates.computeIfAbsent(gate, name -> new CountDownLatch(1)).countDown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Fields request;
        try (exchange;
                JsonParser parser = new JsonFactory().createParser(exchange.getRequestBody())) {
            request = new Fields(JsonTree.readObject(parser));
            String said = "";
            int step = 0;
            for (Fields item : request.objects("input")) {
                String text = words(item);
                if (item.text("role").equals("user")
                        && !text.isEmpty()
                        && !text.startsWith("<")
                        && !text.startsWith("#")) {
                    said = text;
                    step = 0;
                } else if (item.text("type").endsWith("_output")) {
                    step++;
                    told = String.valueOf(item.value("output"));
                }
            }
            answer(exchange, said, step);
        }
    }

    private static String words(Fields item) {
        StringBuilder all = new StringBuilder(item.text("content"));
        item.objects("content").forEach(part -> all.append(part.text("text")));
        return all.toString().replaceFirst("(?s)^<external_message [^>]*>\n(.*)\n</external_message>$", "$1");
    }

    private void answer(HttpExchange exchange, String said, int step) throws IOException {
        if (said.startsWith("fail 500")) {
            plain(exchange, 500, Map.of("error", Map.of("message", "The fake backend exploded")));
            return;
        }
        if (said.startsWith("fail usage")) {
            plain(
                    exchange,
                    429,
                    Map.of(
                            "error",
                            Map.of(
                                    "type",
                                    "usage_limit_reached",
                                    "message",
                                    "The usage limit has been reached",
                                    "resets_at",
                                    1893456000)));
            return;
        }
        exchange.getResponseHeaders().set("content-type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            String id = "r" + nextRequest();
            event(out, "response.created", Map.of("response", Map.of("id", id)));
            if (said.startsWith("drop once") && tries.merge(said, 1, Integer::sum) == 1) {
                item(out, message(id, "Half an answ"));
                return; // no response.completed: Codex tries again
            }
            script(out, id, said, step);
            Map<String, Object> usage = Map.of("input_tokens", 100, "output_tokens", 10, "total_tokens", 110);
            event(out, "response.completed", Map.of("response", Map.of("id", id, "usage", usage)));
        }
    }

    private void script(OutputStream out, String id, String said, int step) throws IOException {
        if (step > 0) {
            item(out, message(id, "That step is over."));
        } else if (said.startsWith("escalate")) {
            item(out, escalated(id, "a"));
        } else if (said.startsWith("two commands")) {
            item(out, escalated(id, "a"));
            item(out, escalated(id, "b"));
        } else if (said.startsWith("list files")) {
            item(out, call(id, "exec_command", Map.of("cmd", "ls"), "a"));
        } else if (said.startsWith("patch")) {
            Map<String, Object> patch = new LinkedHashMap<>();
            patch.put("type", "custom_tool_call");
            patch.put("id", "ctc_" + id);
            patch.put("call_id", "call_" + id);
            patch.put("name", "apply_patch");
            patch.put("input", "*** Begin Patch\n*** Add File: hello.txt\n+hello\n*** End Patch");
            patch.put("status", "completed");
            item(out, patch);
        } else if (said.startsWith("ask me")) {
            Map<String, Object> question = Map.of(
                    "id",
                    "snack",
                    "header",
                    "Snack",
                    "question",
                    "Which snack?",
                    "options",
                    List.of(
                            Map.of("label", "Fish (Recommended)", "description", "Healthy."),
                            Map.of("label", "Cookie", "description", "Sweet.")));
            item(out, call(id, "request_user_input", Map.of("questions", List.of(question)), "a"));
        } else if (said.startsWith("want permissions")) {
            item(
                    out,
                    call(
                            id,
                            "request_permissions",
                            Map.of(
                                    "reason",
                                    "To fetch pets.",
                                    "permissions",
                                    Map.of("network", Map.of("enabled", true))),
                            "a"));
        } else if (said.startsWith("spawn")) {
            Map<String, Object> spawn = call(id, "spawn_agent", Map.of("message", "helper task: count"), "a");
            spawn.put("namespace", "multi_agent_v1");
            item(out, spawn);
        } else if (said.startsWith("elicit")) {
            Map<String, Object> elicit = call(id, said.contains("page") ? "ask_visit" : "ask_name", Map.of(), "a");
            elicit.put("namespace", "mcp__" + AskingServer.NAME);
            item(out, elicit);
        } else if (said.startsWith("slow story")) {
            slowly(out, message(id, "Once upon a time a small cat sat on the monitor. The end."));
        } else if (said.startsWith("wait for")) {
            item(out, message(id, "Waiting."));
            pass(said);
        } else {
            item(out, message(id, "Hello, I am the fake model."));
        }
    }

    private void pass(String gate) {
        try {
            gates.computeIfAbsent(gate, name -> new CountDownLatch(1)).await(30, TimeUnit.SECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> message(String id, String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "message");
        message.put("role", "assistant");
        message.put("id", "msg_" + id);
        message.put("content", List.of(Map.of("type", "output_text", "text", text, "annotations", List.of())));
        return message;
    }

    private Map<String, Object> escalated(String id, String which) {
        String folder = "../pet-" + which;
        return call(
                id,
                "exec_command",
                Map.of(
                        "cmd",
                        "mkdir -p " + folder + " && rmdir " + folder,
                        "sandbox_permissions",
                        "require_escalated",
                        "justification",
                        "May I write outside?",
                        "prefix_rule",
                        List.of("mkdir", "-p", folder)),
                which);
    }

    private Map<String, Object> call(String id, String name, Map<String, Object> arguments, String which) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("type", "function_call");
        call.put("id", "fc_" + id + which);
        call.put("call_id", "call_" + id + which);
        call.put("name", name);
        call.put("arguments", JsonTree.line(arguments));
        calledNanos = System.nanoTime();
        return call;
    }

    private static void item(OutputStream out, Map<String, Object> item) throws IOException {
        event(out, "response.output_item.added", Map.of("output_index", 0, "item", item));
        event(out, "response.output_item.done", Map.of("output_index", 0, "item", item));
    }

    /** In pieces, the last of which waits at the gate. */
    private void slowly(OutputStream out, Map<String, Object> message) throws IOException {
        event(out, "response.output_item.added", Map.of("output_index", 0, "item", message));
        for (String piece : List.of("Once upon a time ", "a small cat ", "sat on the monitor.")) {
            event(
                    out,
                    "response.output_text.delta",
                    Map.of(
                            "item_id",
                            String.valueOf(message.get("id")),
                            "output_index",
                            0,
                            "content_index",
                            0,
                            "delta",
                            piece));
        }
        pass("the end of the story");
        event(out, "response.output_item.done", Map.of("output_index", 0, "item", message));
    }

    private static void event(OutputStream out, String type, Map<String, Object> fields) throws IOException {
        Map<String, Object> event = new LinkedHashMap<>(fields);
        event.put("type", type);
        out.write(("event: " + type + "\ndata: " + JsonTree.line(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void plain(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] bytes = JsonTree.line(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private synchronized int nextRequest() {
        return ++requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
