package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An app-server with many threads that all work, and notices of them at a rate. */
final class BusyServer implements Transport {
    private final int threads;
    private final int perSecond;
    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private volatile long begin;
    private final AtomicLong said = new AtomicLong();

    BusyServer(int threads, int perSecond) {
        this.threads = threads;
        this.perSecond = perSecond;
    }

    /** Begins to tell. */
    void begin() {
        begin = System.nanoTime();
    }

    /** How many notices it has told. */
    long said() {
        return said.get();
    }

    @Override
    public byte @Nullable [] receive() {
        while (!closed) {
            byte[] answer = answers.poll();
            if (answer != null) {
                return answer;
            }
            if (begin != 0 && (System.nanoTime() - begin) * perSecond / 1_000_000_000L > said.get()) {
                return notice(said.getAndIncrement());
            }
            LockSupport.parkNanos(200_000);
        }
        return null;
    }

    private byte[] notice(long number) {
        String thread = "thread-" + number % threads;
        long round = number / threads;
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("threadId", thread);
        params.put("turnId", "turn");
        String method;
        switch ((int) (round % 4)) {
            case 0, 1 -> {
                method = round % 4 == 0 ? "item/started" : "item/completed";
                Map<String, Object> item = new LinkedHashMap<>();
                item.put("type", "commandExecution");
                item.put("id", "item-" + round / 4);
                item.put("command", "mvn -q test -Dtest=Test" + round);
                params.put("item", item);
            }
            case 2 -> {
                method = "turn/plan/updated";
                params.put("plan", List.of(Map.of("step", "Step " + round, "status", "inProgress")));
            }
            default -> {
                method = "thread/tokenUsage/updated";
                params.put("tokenUsage", Map.of("total", Map.of("totalTokens", round)));
            }
        }
        return bytes(Map.of("method", method, "params", params, "emittedAtMs", 1_700_000_000_000L + number));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        Fields message;
        try (var parser = new JsonFactory().createParser(bytes)) {
            message = new Fields(JsonTree.readObject(parser));
        }
        if (!message.has("id")) {
            return;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        switch (message.text("method")) {
            case "initialize" -> result.put("userAgent", "perch/0.169.0 (Debian 12.0.0; x86_64)");
            case "thread/loaded/list" -> result.put("data", names());
            default -> result.put("thread", thread(message.object("params").text("threadId")));
        }
        answers.add(bytes(Map.of("id", message.whole("id", -1), "result", result)));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            names.add("thread-" + i);
        }
        return names;
    }

    private static Map<String, Object> thread(String id) {
        return Map.of(
                "id",
                id,
                "name",
                "The thread " + id,
                "cwd",
                "/home/ada/" + id,
                "status",
                Map.of("type", "active", "activeFlags", List.of()));
    }

    private static byte[] bytes(Map<String, Object> message) {
        return JsonTree.line(message).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
    }
}
