package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recording as a server: says what it said to one of its clients, and answers what the replayed client asks, at once, from
 * what has been said so far. All on the caller's thread.
 */
final class ReplayedServer implements Transport {
    /** The recorded client heard of no turn of that thread, so none failed. */
    private static final Map<String, Object> UNHEARD = Map.of("id", "t", "status", "completed");

    private final Map<String, Map<String, Object>> threads = new LinkedHashMap<>();
    private final Map<String, Object> statuses = new LinkedHashMap<>();
    private final Map<String, Object> turns = new LinkedHashMap<>();
    private final Set<String> loaded = new LinkedHashSet<>();
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<Fields> heard = new ArrayList<>();

    /** @param lines of one client */
    ReplayedServer(List<Recordings.Line> lines) {
        Set<String> begun = new LinkedHashSet<>();
        for (Recordings.Line line : lines) {
            Fields said = line.message();
            Fields thread = said.object("params").object("thread");
            if (said.text("method").equals("thread/started")) {
                begun.add(thread.text("id"));
            }
            remember(thread);
            Fields result = said.object("result");
            remember(result.object("thread"));
            loaded.addAll(result.texts("data"));
        }
        loaded.removeAll(begun);
        loaded.retainAll(threads.keySet());
    }

    private void remember(Fields thread) {
        String id = thread.text("id");
        if (!id.isEmpty() && threads.putIfAbsent(id, new LinkedHashMap<>(thread.map())) == null) {
            statuses.put(id, thread.map().get("status"));
        }
    }

    /** Every message of the client, in order. */
    List<Fields> heard() {
        return heard;
    }

    /** The recording has come to this line. */
    void reached(Fields message) {
        Fields params = message.object("params");
        String thread = params.text("threadId");
        switch (message.text("method")) {
            case "thread/started" -> loaded.add(params.object("thread").text("id"));
            case "thread/closed", "thread/archived", "thread/deleted" -> loaded.remove(thread);
            case "thread/status/changed" -> statuses.put(thread, params.map().get("status"));
            case "turn/started", "turn/completed" ->
                turns.put(thread, params.map().get("turn"));
            default -> {
                // says nothing of what is asked
            }
        }
    }

    /** Whether that thread waits, by its status as of now. */
    boolean waits(String thread) {
        return statuses.get(thread) instanceof Map<?, ?> status
                && status.get("activeFlags") instanceof List<?> flags
                && !flags.isEmpty();
    }

    /** The answers to what was asked since. */
    List<byte[]> answers() {
        List<byte[]> all = List.copyOf(answers);
        answers.clear();
        return all;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        try (var parser = new JsonFactory().createParser(bytes)) {
            Fields message = new Fields(JsonTree.readObject(parser));
            heard.add(message);
            if (message.has("method") && message.has("id")) {
                answer(
                        message.whole("id", -1),
                        message.text("method"),
                        message.object("params").text("threadId"));
            }
        }
    }

    private void answer(long id, String method, String thread) {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (method) {
            case "initialize" -> result.put("userAgent", "perch/0.169.0 (Debian 12.0.0; x86_64)");
            case "thread/loaded/list" -> result.put("data", loaded);
            case "thread/read", "thread/resume" -> result.put("thread", thread(thread));
            case "thread/turns/list" -> result.put("data", List.of(turns.getOrDefault(thread, UNHEARD)));
            default -> result.put("status", "unsubscribed");
        }
        answers.add(JsonTree.line(Map.of("id", id, "result", result)).getBytes(StandardCharsets.UTF_8));
    }

    /** A thread that the recording never describes is a sub-agent: all others begin with a description. */
    private Map<String, Object> thread(String id) {
        Map<String, Object> thread = new LinkedHashMap<>(
                threads.getOrDefault(id, Map.of("id", id, "parentThreadId", "parent", "agentNickname", "helper")));
        thread.put("status", statuses.getOrDefault(id, Map.of("type", "notLoaded")));
        return thread;
    }

    @Override
    public byte @Nullable [] receive() {
        throw new IllegalStateException("nobody reads: the test hands on what is said");
    }

    @Override
    public void close() {}
}
