import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client of Perch's ingress in one file; JDK 17 or newer, nothing else. docs/ingress.md has the protocol.
 *
 * <pre>{@code
 * try (PerchClient perch = PerchClient.connect(PerchClient.defaultSocket("ingress.sock"))) {
 *     perch.introduce(PerchClient.Key.read(Path.of("ci.json")));
 *     Map<String, Object> receipt = perch.start("THREAD-ID", "the build is green again", Map.of());
 *     System.out.println(perch.await(receipt, "completed").get("state"));
 * }
 * }</pre>
 *
 * As a program: {@code java PerchClient.java --help}. One connection; blocks; for one thread.
 */
public final class PerchClient implements AutoCloseable {
    private static final int FRAME_BYTES = 256 * 1024;
    private static final Set<String> NOT_DONE = Set.of("failed", "expired", "conflict", "denied", "unknown");

    private final SocketChannel channel;
    private final InputStream in;
    private final SecureRandom random = new SecureRandom();
    private final Deque<Map<String, Object>> news = new ArrayDeque<>();
    private int calls;

    /** Perch refused; the message is its sentence. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final long code;

        Refused(long code, String sentence) {
            super(sentence);
            this.code = code;
        }

        /** That of JSON-RPC or of docs/ingress.md. */
        public long code() {
            return code;
        }
    }

    /** What a registered program keeps. */
    public record Key(String clientId, String key) {
        /** One that was written before. */
        public static Key read(Path file) throws IOException {
            if (Files.notExists(file)) {
                throw new IOException("there is no key in " + file + "; register first, or name its --key-file");
            }
            Map<String, Object> kept = Json.read(Files.readString(file));
            return new Key(text(kept, "clientId"), text(kept, "key"));
        }

        /** Keeps it where nobody but the user can read it. */
        public void write(Path file) throws IOException {
            Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Json.write(Map.of("clientId", clientId, "key", key)));
        }

        @Override
        public String toString() {
            return clientId;
        }
    }

    private PerchClient(SocketChannel channel) {
        this.channel = channel;
        in = new BufferedInputStream(Channels.newInputStream(channel));
    }

    /** Where the companion of this user listens: {@code ingress.sock}, or {@code status.sock} on which one can only read. */
    public static Path defaultSocket(String name) {
        Path runtime = Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", ""));
        if (runtime.isAbsolute() && Files.isDirectory(runtime)) {
            return runtime.resolve("perch").resolve(name);
        }
        String state = System.getenv("XDG_STATE_HOME");
        return (state == null ? Path.of(System.getProperty("user.home"), ".local/state") : Path.of(state))
                .resolve("perch/run")
                .resolve(name);
    }

    /** Connects. @throws IOException when nobody listens there */
    public static PerchClient connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new PerchClient(channel);
        } catch (IOException nobody) {
            channel.close();
            throw new IOException("no Perch listens at " + socket + "; does it run, and to write, is its ingress on?", nobody);
        }
    }

    /** Asks the user, at the pet, to be let in. {@code code} is told the words that the pet shows too. */
    public Key register(String name, List<String> scopes, Consumer<String> code) throws IOException, Refused {
        Map<String, Object> made = call("client/register", Map.of("name", name, "scopes", scopes), code);
        return new Key(text(made, "clientId"), text(made, "key"));
    }

    /** Shows who it is, after the other end has shown that it is Perch. @return name, scopes, limits,
     * epoch (another one: Perch began anew, show everything again) and lastSeq (how far each source has counted) */
    public Map<String, Object> introduce(Key key) throws IOException, Refused {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        Map<String, Object> hello =
                call("hello", Map.of("protocol", List.of(1), "clientId", key.clientId(), "clientNonce", nonce));
        String rest = text(hello, "instanceId") + "\n" + text(hello, "serverNonce") + "\n" + nonce;
        byte[] theirs = text(hello, "serverProof").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(proof(key, "S\n" + rest).getBytes(StandardCharsets.UTF_8), theirs)) {
            throw new IOException("what listens there does not know this client: it was revoked, or it is not Perch");
        }
        return call("auth", Map.of("clientProof", proof(key, "C\n" + rest)));
    }

    private static String proof(Key key, String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.key()), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** The id of the thread that is latest, waiting or current. */
    public String find(String which) throws IOException, Refused {
        return text(call("thread/find", Map.of("which", which)), "threadId");
    }

    /** Begins a turn. {@code delivery}: key, expiresInMs, whenBusy (reject, queue, or steer with expectedTurnId). */
    public Map<String, Object> start(String thread, String text, Map<String, ?> delivery) throws IOException, Refused {
        return order("turn/start", Map.of("threadId", thread, "input", said(text)), delivery);
    }

    /** Leaves a message in Codex's own queue. */
    public Map<String, Object> queue(String thread, String text, Map<String, ?> delivery) throws IOException, Refused {
        return order("thread/queue/add", Map.of("threadId", thread, "input", said(text)), delivery);
    }

    /** Says something into the turn that runs. */
    public Map<String, Object> steer(String thread, String turn, String text, Map<String, ?> delivery)
            throws IOException, Refused {
        return order(
                "turn/steer", Map.of("threadId", thread, "expectedTurnId", turn, "input", said(text)), delivery);
    }

    /** Ends the turn that runs. */
    public Map<String, Object> interrupt(String thread, Map<String, ?> delivery) throws IOException, Refused {
        return order("turn/interrupt", Map.of("threadId", thread), delivery);
    }

    /** Ends that turn and no other. */
    public Map<String, Object> interrupt(String thread, String turn, Map<String, ?> delivery)
            throws IOException, Refused {
        return order("turn/interrupt", Map.of("threadId", thread, "turnId", turn), delivery);
    }

    /** The receipt of an earlier delivery of this client. */
    public Map<String, Object> delivery(String key) throws IOException, Refused {
        return call("delivery/get", Map.of("key", key));
    }

    /** How all threads stand; on {@code status.sock} alone. */
    public Map<String, Object> status() throws IOException, Refused {
        return call("status/get", Map.of());
    }

    /** Shows a state at the pet. {@code more}: sourceId, seq, epoch, ttlMs. */
    public Map<String, Object> snapshot(String state, String title, Map<String, ?> more) throws IOException, Refused {
        Map<String, Object> params = new LinkedHashMap<>(more);
        params.put("snapshot", Map.of("state", state, "title", title));
        return call("snapshot/put", params);
    }

    /** The receipt once it is accepted, or completed, or will never be; "unknown" ends the wait too. */
    public Map<String, Object> await(Map<String, Object> receipt, String until) throws IOException {
        Map<String, Object> now = receipt;
        while (!isEnough(now, until)) {
            Map<String, Object> told = news.isEmpty() ? hear() : news.remove();
            Map<String, Object> params = object(told.get("params"));
            if ("delivery/updated".equals(told.get("method")) && receipt.get("key").equals(params.get("key"))) {
                now = params;
            }
        }
        return now;
    }

    private static boolean isEnough(Map<String, Object> receipt, String until) {
        String state = text(receipt, "state");
        boolean queued = state.equals("queued") && "thread/queue/add".equals(receipt.get("method"));
        boolean taken = queued || state.equals("accepted") || state.equals("observed");
        return Boolean.TRUE.equals(receipt.get("final"))
                || state.equals("unknown")
                || (until.equals("accepted") && taken);
    }

    private Map<String, Object> order(String method, Map<String, ?> params, Map<String, ?> delivery)
            throws IOException, Refused {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("key", UUID.randomUUID().toString());
        named.putAll(delivery);
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put("delivery", named);
        return call(method, all);
    }

    private static List<Map<String, String>> said(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }

    /** Calls, and waits for the answer. @throws Refused when it was refused */
    public Map<String, Object> call(String method, Map<String, ?> params) throws IOException, Refused {
        return call(method, params, code -> {});
    }

    private Map<String, Object> call(String method, Map<String, ?> params, Consumer<String> code)
            throws IOException, Refused {
        long id = ++calls;
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("jsonrpc", "2.0");
        request.put("id", id);
        request.put("method", method);
        request.put("params", params);
        ByteBuffer line = ByteBuffer.wrap((Json.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
        if (line.limit() > FRAME_BYTES) {
            throw new IllegalArgumentException("a line has at most " + FRAME_BYTES + " bytes");
        }
        while (line.hasRemaining()) {
            channel.write(line);
        }
        while (true) {
            Map<String, Object> message = hear();
            if (message.containsKey("error")) {
                Map<String, Object> error = object(message.get("error"));
                throw new Refused(error.get("code") instanceof Number said ? said.longValue() : 0, text(error, "message"));
            } else if (Long.valueOf(id).equals(message.get("id"))) {
                return object(message.get("result"));
            } else if ("client/code".equals(message.get("method"))) {
                code.accept(text(object(message.get("params")), "code"));
            } else if ("delivery/updated".equals(message.get("method"))) {
                news.add(message);
            }
        }
    }

    private Map<String, Object> hear() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == FRAME_BYTES) {
                throw new IOException("Perch hung up; what was sent may have been taken: ask with delivery()");
            }
            line.write(next);
        }
        return Json.read(line.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String text(Map<String, Object> object, String name) {
        return String.valueOf(object.get(name));
    }

    @SuppressWarnings("unchecked") // Json makes no other maps
    private static Map<String, Object> object(Object value) {
        return value instanceof Map<?, ?> ? (Map<String, Object>) value : Map.of();
    }

    /** As much JSON as the protocol needs. */
    static final class Json {
        private static final int DEPTH = 16;
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        /** One object. @throws IOException when the text is something else */
        static Map<String, Object> read(String text) throws IOException {
            Json json = new Json(text);
            try {
                if (json.value(0) instanceof Map<?, ?> map && json.next() == 0) {
                    return object(map);
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
                throw new IOException("what listens there does not speak JSON", cut);
            }
            throw new IOException("what listens there does not speak JSON-RPC");
        }

        /** Maps, lists, texts, numbers and truths. */
        static String write(Object value) {
            if (value instanceof Map<?, ?> map) {
                List<String> fields = new ArrayList<>();
                map.forEach((name, held) -> fields.add(write(name) + ":" + write(held)));
                return "{" + String.join(",", fields) + "}";
            }
            if (value instanceof List<?> list) {
                return "[" + String.join(",", list.stream().map(Json::write).toList()) + "]";
            }
            return value instanceof String said ? quoted(said) : String.valueOf(value);
        }

        private static String quoted(String said) {
            StringBuilder out = new StringBuilder("\"");
            for (char c : said.toCharArray()) {
                boolean plain = c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
                out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
            return out.append('"').toString();
        }

        /** The next character that counts; 0 at the end. */
        private char next() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private boolean skip(char c) {
            boolean there = next() == c;
            at += there ? 1 : 0;
            return there;
        }

        private void need(char c) {
            if (!skip(c)) {
                throw new IllegalArgumentException("no " + c + " at " + at);
            }
        }

        private Object value(int depth) {
            if (depth > DEPTH) {
                throw new IllegalArgumentException("too deep");
            }
            return switch (next()) {
                case '{' -> map(depth);
                case '[' -> list(depth);
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> map(int depth) {
            Map<String, Object> map = new LinkedHashMap<>();
            need('{');
            while (!skip('}')) {
                if (!map.isEmpty()) {
                    need(',');
                }
                next();
                String name = string();
                need(':');
                map.put(name, value(depth + 1));
            }
            return map;
        }

        private List<Object> list(int depth) {
            List<Object> list = new ArrayList<>();
            need('[');
            while (!skip(']')) {
                if (!list.isEmpty()) {
                    need(',');
                }
                list.add(value(depth + 1));
            }
            return list;
        }

        private String string() {
            need('"');
            StringBuilder said = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                said.append(c == '\\' ? escaped() : c);
            }
            return said.toString();
        }

        private char escaped() {
            char c = text.charAt(at++);
            if (c == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int which = "bfnrt".indexOf(c);
            return which < 0 ? c : "\b\f\n\r\t".charAt(which);
        }

        private Object word() {
            int from = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            return switch (word) {
                case "true", "false" -> Boolean.valueOf(word);
                case "null" -> null;
                default -> word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : Double.valueOf(word);
            };
        }
    }

    private static final String HELP = """
            Writes to coding agents through Perch. Prints one line of JSON.
            usage: java PerchClient.java [--socket PATH] [--key-file FILE] [--as KEY] [--until accepted|completed] DEED
            DEED: register NAME SCOPE... | start THREAD TEXT | queue THREAD TEXT | steer THREAD TURN TEXT
                  | interrupt THREAD [TURN] | snapshot STATE TITLE | delivery KEY | status | hello""";

    /** The program. */
    public static void main(String[] arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        while (words.size() > 1 && words.get(0).startsWith("--")) {
            given.put(words.remove(0), words.remove(0));
        }
        int exitCode = 2;
        try {
            exitCode = run(given, words);
        } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
            System.err.println(HELP);
        } catch (IOException | Refused refused) {
            System.err.println("PerchClient: " + refused.getMessage());
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    private static int run(Map<String, String> given, List<String> words) throws IOException, Refused {
        Path keyFile = Path.of(given.getOrDefault("--key-file", "perch-key.json"));
        String socket = given.get("--socket");
        String deed = words.get(0);
        List<String> scopes = deed.equals("register") ? words.subList(2, words.size()) : List.of();
        boolean reads = deed.equals("status")
                || !scopes.isEmpty() && scopes.stream().allMatch(scope -> scope.startsWith("status."));
        Path usual = defaultSocket(reads ? "status.sock" : "ingress.sock");
        try (PerchClient perch = connect(socket == null ? usual : Path.of(socket))) {
            if (deed.equals("register")) {
                if (Files.exists(keyFile)) {
                    throw new IOException(keyFile + " is there already; name another --key-file");
                }
                perch.register(
                                words.get(1),
                                scopes,
                                code -> System.err.println("the pet shows " + code))
                        .write(keyFile);
                System.out.println(Json.write(Map.of("name", words.get(1), "key", keyFile.toString())));
                return 0;
            }
            Map<String, Object> ready = perch.introduce(Key.read(keyFile));
            String as = given.get("--as");
            Map<String, String> named = as == null ? Map.of() : Map.of("key", as);
            Map<String, Object> answer =
                    switch (deed) {
                        case "start" -> perch.start(words.get(1), words.get(2), named);
                        case "queue" -> perch.queue(words.get(1), words.get(2), named);
                        case "steer" -> perch.steer(words.get(1), words.get(2), words.get(3), named);
                        case "interrupt" ->
                            words.size() > 2
                                    ? perch.interrupt(words.get(1), words.get(2), named)
                                    : perch.interrupt(words.get(1), named);
                        case "snapshot" -> perch.snapshot(words.get(1), words.get(2), Map.of());
                        case "delivery" -> perch.delivery(words.get(1));
                        case "status" -> perch.status();
                        case "hello" -> ready;
                        default -> throw new IllegalArgumentException(deed);
                    };
            if (List.of("start", "queue", "steer", "interrupt").contains(deed)) {
                answer = perch.await(answer, given.getOrDefault("--until", "accepted"));
            }
            System.out.println(Json.write(answer));
            return NOT_DONE.contains(String.valueOf(answer.get("state"))) ? 10 : 0;
        }
    }
}
