package dev.perch.bridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Perch's connection, over which a test speaks too: it begins threads and turns, as a terminal would. Counts replies. */
final class SharedLine implements Transport {
    private static final long FIRST = 1_000_000_000L;

    private final Transport line;
    private final AtomicLong ids = new AtomicLong(FIRST);
    private final Map<Long, CompletableFuture<Fields>> calls = new ConcurrentHashMap<>();
    private final AtomicInteger replies = new AtomicInteger();

    SharedLine(Transport line) {
        this.line = line;
    }

    /** How many answers to requests of the server went over the wire. */
    int replies() {
        return replies.get();
    }

    Fields call(String method, Map<String, ?> params) throws Exception {
        long id = ids.incrementAndGet();
        CompletableFuture<Fields> answer = new CompletableFuture<>();
        calls.put(id, answer);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("method", method);
        message.put("id", id);
        message.put("params", params);
        line.send(JsonTree.line(message).getBytes(StandardCharsets.UTF_8));
        return answer.get(30, TimeUnit.SECONDS);
    }

    /** Answers as another client would. */
    void reply(long id, Map<String, ?> result) throws IOException {
        line.send(WireCodec.reply(new RequestId(id), result));
    }

    @Override
    public byte @Nullable [] receive() throws IOException {
        byte[] bytes = line.receive();
        if (bytes != null) {
            Fields message = read(bytes);
            CompletableFuture<Fields> answer = calls.remove(message.whole("id", -1));
            if (answer != null) {
                answer.complete(message.has("error") ? message.object("error") : message.object("result"));
            }
        }
        return bytes;
    }

    @Override
    public void send(byte[] message) throws IOException {
        if (!read(message).has("method")) {
            replies.incrementAndGet();
        }
        line.send(message);
    }

    @Override
    public void close() {
        line.close();
    }

    private static Fields read(byte[] bytes) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(bytes)) {
            return new Fields(JsonTree.readObject(parser));
        }
    }
}
