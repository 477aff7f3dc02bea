package dev.perch.client;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.json.JsonTree;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.json.StrictJson;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalLine;
import dev.perch.local.RunFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A program's end of a socket at which one must be known. Blocks; one thread, but for {@link #close}. */
public final class ClientLine implements AutoCloseable {
    /** No answer or event is longer. */
    private static final int MOST_BYTES = 1 << 20;

    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(8, 64, 16 * 1024, 32, MOST_BYTES));

    private final LocalLine line;
    private Consumer<? super Map<?, ?>> notices = notice -> {};
    private int calls;

    /** One over a line that stands. */
    public ClientLine(LocalLine line) {
        this.line = line;
    }

    /**
     * Connects.
     *
     * @param socket its name in the companion's folder
     * @return empty: nobody listens there
     * @throws LocalFault when the socket is not the user's, or cannot be opened
     */
    public static Optional<ClientLine> connect(RunFolder folder, String socket) throws LocalFault {
        return LocalLine.connect(folder, socket, MOST_BYTES).map(ClientLine::new);
    }

    /** Has what is told unasked handed over there, each time one waits for an answer. */
    public void onNotice(Consumer<? super Map<?, ?>> ears) {
        notices = ears;
    }

    /**
     * Asks the user, at the pet, to be let in, and waits for the answer.
     *
     * @param days for how long, at most 90; {@link Consent#SESSION}: until Perch ends
     * @param code told the words that the pet shows, too
     * @throws RpcFault when it is not let in
     */
    public ClientKey register(String name, Rights rights, int days, Consumer<String> code)
            throws IOException, RpcFault {
        onNotice(notice -> {
            if (notice.get("params") instanceof Map<?, ?> params && params.get("code") instanceof String words) {
                code.accept(words);
            }
        });
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("name", name);
        params.put("scopes", words(rights.scopes()));
        params.put("ask", words(rights.asks()));
        params.put("threads", rights.threads().stream().sorted().toList());
        params.put("folders", rights.folders().stream().sorted().toList());
        params.put("sources", rights.sources().stream().sorted().toList());
        if (days == Consent.SESSION) {
            params.put("session", true);
        } else {
            params.put("days", days);
        }
        Map<?, ?> made = call("client/register", params);
        return new ClientKey(String.valueOf(made.get("clientId")), String.valueOf(made.get("key")));
    }

    private static List<String> words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).sorted().toList();
    }

    /**
     * Shows who it is, and makes sure that the other end is Perch: whoever does not know the key learns nothing of it.
     *
     * @param random one that nobody can guess
     * @return what it is told as it is let in
     */
    public Map<?, ?> introduce(ClientKey key, RandomGenerator random) throws IOException, RpcFault {
        String nonce = Handshake.nonce(random);
        Map<String, Object> hello = new LinkedHashMap<>();
        hello.put("protocol", List.of(1));
        hello.put("clientId", key.id());
        hello.put("clientNonce", nonce);
        Map<?, ?> answer = call("hello", hello);
        String instance = String.valueOf(answer.get("instanceId"));
        String theirs = String.valueOf(answer.get("serverNonce"));
        String proof = String.valueOf(answer.get("serverProof"));
        if (!Handshake.same(Handshake.serverProof(key.key(), instance, theirs, nonce), proof)) {
            throw new IOException("what listens there does not know this client: it was revoked, or it is not Perch");
        }
        return call("auth", Map.of("clientProof", Handshake.clientProof(key.key(), instance, theirs, nonce)));
    }

    /** Calls, and waits for the answer. @throws RpcFault when it was refused */
    public Map<?, ?> call(String method, Map<String, ?> params) throws IOException, RpcFault {
        int id = ++calls;
        line.say(RpcCall.request(id, method, params));
        while (true) {
            Map<String, @Nullable Object> message = hear();
            if (message == null) {
                throw new IOException("the companion hung up");
            }
            if (message.get("error") instanceof Map<?, ?> error) {
                int code = error.get("code") instanceof Number number ? number.intValue() : 0;
                throw new RpcFault(code, String.valueOf(error.get("message")));
            }
            if (Integer.valueOf(id).equals(message.get("id")) && message.get("result") instanceof Map<?, ?> result) {
                return result;
            }
            notices.accept(message);
        }
    }

    /** Waits for the next thing that is told unasked; null: the companion hung up. */
    public @Nullable Map<?, ?> next() throws IOException {
        return hear();
    }

    private @Nullable Map<String, @Nullable Object> hear() throws IOException {
        byte[] told = line.hear();
        if (told == null) {
            return null;
        }
        try (JsonParser parser = STRICT.parser(told, 0, told.length)) {
            return JsonTree.readObject(parser);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
