package dev.perch.tools.conformance;

import dev.perch.client.ClientKey;
import dev.perch.json.JsonTree;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The server's end of one run of a client: it speaks by the rules of docs/ingress.md until a play says otherwise. */
final class Stage implements AutoCloseable {
    static final String THREAD = "conformance-none";
    static final String TEXT = "hello \u00e4 \"\ud83d\udc26\"";

    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(16, 64, 1 << 17, 20, 1_024));

    private final ServerSocketChannel door;
    private final ClientKey key;
    private final Duration patience;
    private final Set<Object> ids = new HashSet<>();
    private @Nullable Wire wire;
    private String nonce = "";
    private String proof = "";
    private String orderKey = "";

    /** @param patience how long the client may take for each word */
    Stage(ServerSocketChannel door, ClientKey key, Duration patience) {
        this.door = door;
        this.key = key;
        this.patience = patience;
    }

    /** Waits for the client to connect. */
    void meet() throws Broken {
        try {
            wire = new Wire(door.accept());
        } catch (IOException shut) {
            throw new Broken("the client ended and did not connect");
        }
    }

    private Wire wire() throws Broken {
        if (wire == null) {
            throw new Broken("nobody is connected");
        }
        return wire;
    }

    /** The next call, which has to be one; null: the client hung up. */
    @Nullable
    RpcCall next() throws Broken {
        byte[] line = wire().hear(patience);
        if (line == null) {
            return null;
        }
        try {
            RpcCall call = RpcCall.read(line, STRICT);
            if (!ids.add(call.id())) {
                throw new Broken("the id " + call.id() + " twice");
            }
            return call;
        } catch (RpcFault bad) {
            throw new Broken("a line that is no call: " + new String(line, StandardCharsets.UTF_8));
        }
    }

    /** The next call, of that method. */
    RpcCall next(String method) throws Broken {
        RpcCall call = next();
        if (call == null || !call.method().equals(method)) {
            throw new Broken("not " + method + ", but " + (call == null ? "it hung up" : call.method()));
        }
        return call;
    }

    /** The client says no more, whatever it does besides. */
    void nothingMore() throws Broken {
        RpcCall call = next();
        if (call != null) {
            throw new Broken("it was to say no more, but said " + call.method());
        }
    }

    /** Hears hello and answers it with a proof made with that key. */
    void hello(String serverKey) throws Broken {
        ids.clear();
        RpcCall hello = next("hello");
        Object said = hello.params().get("clientNonce");
        if (!(said instanceof String fresh) || !fresh.matches("[0-9a-f]{64}")) {
            throw new Broken("clientNonce is " + said + ", not 64 hexadecimal digits");
        }
        if (!key.id().equals(hello.params().get("clientId"))
                || !(hello.params().get("protocol") instanceof List<?> protocols)
                || !protocols.contains(1)) {
            throw new Broken("hello of another client or for another protocol: " + hello.params());
        }
        nonce = fresh;
        String serverNonce = Proof.random(32);
        proof = Proof.of(key.key(), "C", "conformance", serverNonce, nonce);
        say(hello.answer(Map.of(
                "protocol",
                1,
                "instanceId",
                "conformance",
                "serverNonce",
                serverNonce,
                "serverProof",
                Proof.of(serverKey, "S", "conformance", serverNonce, nonce))));
    }

    /** The nonce of the last hello. */
    String nonce() {
        return nonce;
    }

    /** Lets the client in. */
    void letIn() throws Broken {
        hello(key.key());
        RpcCall auth = next("auth");
        if (!Map.of("clientProof", proof).equals(auth.params())) {
            throw new Broken("the client's proof is wrong: " + auth.params());
        }
        say(auth.answer(Map.of(
                "name",
                "conformance",
                "scopes",
                List.of("turn.start"),
                "until",
                0,
                "limits",
                Map.of("frameBytes", 262144),
                "epoch",
                "conformance",
                "lastSeq",
                Map.of())));
    }

    /** Lets the client in, and hears its one message, which has to be whole. */
    RpcCall order() throws Broken {
        letIn();
        RpcCall order = next("turn/start");
        Map<String, @Nullable Object> params = new LinkedHashMap<>(order.params());
        Object delivery = params.remove("delivery");
        Map<String, Object> right = Map.of("threadId", THREAD, "input", List.of(Map.of("type", "text", "text", TEXT)));
        if (!params.equals(right)) {
            throw new Broken("turn/start asks for " + JsonTree.line(params) + ", not for " + JsonTree.line(right));
        }
        if (!(delivery instanceof Map<?, ?> map)
                || !(map.get("key") instanceof String named)
                || !named.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new Broken("delivery has no key that can be one: " + delivery);
        }
        if (!orderKey.isEmpty() && !orderKey.equals(named)) {
            throw new Broken("the same message again under another key");
        }
        orderKey = named;
        return order;
    }

    /** The receipt of the client's message in that state. */
    Map<String, Object> receipt(String state, boolean last) {
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("receiptId", "conformance-1");
        receipt.put("key", orderKey);
        receipt.put("method", "turn/start");
        receipt.put("state", state);
        receipt.put("final", last);
        receipt.put("threadId", THREAD);
        return receipt;
    }

    /** The line that tells of that state. */
    byte[] news(String state, boolean last) {
        return RpcCall.notice("delivery/updated", receipt(state, last));
    }

    void say(byte[] line) throws Broken {
        wire().say(line);
    }

    /** Hangs up. */
    void hangUp() throws Broken {
        wire().close();
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
