package dev.perch.tools.conformance;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.client.ClientKey;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is said in one case, on one connection after another. One thread. */
final class Dialogue implements AutoCloseable {
    /** How long an answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(32, 256, 1 << 20, 64, 1 << 16));

    private final Path socket;
    private final @Nullable ClientKey key;
    private final List<Wire> open = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final List<Map<String, @Nullable Object>> news = new ArrayList<>();
    private Map<String, @Nullable Object> answer = Map.of();
    private Set<String> scopes = Set.of();
    private Wire wire;
    private int calls;

    /** Connects, with the key of a registered client or with none. */
    Dialogue(Path socket, @Nullable ClientKey key) throws Broken {
        this.socket = socket;
        this.key = key;
        wire = connection();
        words.put("thread", "conformance-none");
        words.put("key", Proof.random(12));
        words.put("nonce", Proof.random(32));
        words.put("stranger", "c-" + Proof.random(8));
        words.put("client", key == null ? "" : key.id());
    }

    private Wire connection() throws Broken {
        try {
            Wire made = Wire.to(socket);
            open.add(made);
            return made;
        } catch (IOException nobody) {
            throw new Broken("nobody listens at " + socket + " (" + nobody.getMessage() + ")");
        }
    }

    /** Goes on over a new connection; the others stay open. */
    void again() throws Broken {
        wire = connection();
    }

    Wire wire() {
        return wire;
    }

    /** What {@code $word} stands for from now on. */
    void put(String word, String value) {
        words.put(word, value);
    }

    String get(String word) {
        return words.getOrDefault(word, "");
    }

    /** The text with each {@code '} as {@code "}, and each {@code $word} as what it stands for. */
    String filled(String text) {
        String filled = text.replace('\'', '"');
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("$" + word.getKey() + "$", word.getValue());
        }
        return filled;
    }

    /** The line of the next call. */
    String request(String method, String params) {
        calls++;
        return filled("{'jsonrpc':'2.0','id':" + calls + ",'method':'" + method + "','params':" + params + "}\n");
    }

    void say(String text) {
        wire.say(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hears the answer to the last call; news that come before it are kept. */
    Map<String, @Nullable Object> answered() throws Broken {
        return answered(calls);
    }

    Map<String, @Nullable Object> answered(@Nullable Object id) throws Broken {
        while (true) {
            Map<String, @Nullable Object> message = hear(PATIENCE);
            if (message == null) {
                throw new Broken("it hung up before it answered");
            }
            if (!"2.0".equals(message.get("jsonrpc"))) {
                throw new Broken("an answer without \"jsonrpc\":\"2.0\": " + JsonTree.line(message));
            }
            if (message.containsKey("method")) {
                news.add(message);
            } else if (id == null ? message.get("id") == null : id.equals(message.get("id"))) {
                return message;
            } else {
                throw new Broken("an answer to another call: " + JsonTree.line(message) + ", not to " + id);
            }
        }
    }

    /** The next line as an object; null: it hung up. */
    @Nullable
    Map<String, @Nullable Object> hear(Duration patience) throws Broken {
        byte[] line = wire.hear(patience);
        if (line == null) {
            return null;
        }
        try (JsonParser parser = STRICT.parser(line, 0, line.length)) {
            return JsonTree.readObject(parser);
        } catch (IOException bad) {
            throw new Broken("a line that is no JSON object: " + new String(line, StandardCharsets.UTF_8));
        }
    }

    /** What was told unasked so far, the oldest first. */
    List<Map<String, @Nullable Object>> news() {
        return news;
    }

    Map<String, @Nullable Object> answer() {
        return answer;
    }

    void answer(Map<String, @Nullable Object> result) {
        answer = result;
    }

    /** Says hello and proves who it is. */
    void introduce() throws Broken {
        hello();
        say(request("auth", "{'clientProof':'" + proof("C") + "'}"));
        Map<String, @Nullable Object> message = answered();
        if (!(message.get("result") instanceof Map<?, ?> result)) {
            throw new Broken("the client was not let in: " + JsonTree.line(message));
        }
        answer = Steps.typed(result);
        scopes = new TreeSet<>();
        if (result.get("scopes") instanceof List<?> list) {
            list.forEach(scope -> scopes.add(String.valueOf(scope)));
        }
    }

    /** Says hello as the registered client, and checks the server's proof. */
    void hello() throws Broken {
        say(request("hello", "{'protocol':[1],'clientId':'$client$','clientNonce':'$nonce$'}"));
        Map<String, @Nullable Object> message = answered();
        if (!(message.get("result") instanceof Map<?, ?> result)) {
            throw new Broken("hello was refused: " + JsonTree.line(message));
        }
        put("instance", String.valueOf(result.get("instanceId")));
        put("serverNonce", String.valueOf(result.get("serverNonce")));
        if (!proof("S").equals(result.get("serverProof"))) {
            throw new Broken("the server's proof is not the one of this client's key");
        }
    }

    /** The proof of a side for the last hello. */
    String proof(String side) {
        return key == null ? "" : Proof.of(key.key(), side, get("instance"), get("serverNonce"), get("nonce"));
    }

    /** What the client may do, as the server said. */
    Set<String> scopes() {
        return scopes;
    }

    @Override
    public void close() {
        open.forEach(Wire::close);
    }
}
