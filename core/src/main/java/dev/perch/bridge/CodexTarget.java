package dev.perch.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Which app-server to speak with. */
sealed interface CodexTarget {
    /** Connects. Blocks, and can be interrupted. */
    Transport dial(RandomGenerator random, WireLimits limits) throws IOException;

    /** How the user knows it. */
    String name();

    /** An app-server of Perch's own, as a child. */
    record Child(
            String program,
            Map<String, String> environment,
            @Nullable Path folder) implements CodexTarget {
        @Override
        public Transport dial(RandomGenerator random, WireLimits limits) throws IOException {
            return StdioTransport.start(program, environment, folder, limits);
        }

        @Override
        public String name() {
            return "codex app-server";
        }
    }

    /** One that listens on a Unix socket, such as the user's daemon. */
    record Socket(Path path) implements CodexTarget {
        @Override
        public Transport dial(RandomGenerator random, WireLimits limits) throws IOException {
            return WebSocketTransport.socket(path, random, limits);
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /** One that listens on TCP of this machine. */
    record Loopback(InetSocketAddress address, @Nullable String token) implements CodexTarget {
        @Override
        public Transport dial(RandomGenerator random, WireLimits limits) throws IOException {
            return WebSocketTransport.loopback(address, token, random, limits);
        }

        @Override
        public String name() {
            return "ws://" + address.getAddress().getHostAddress() + ":" + address.getPort();
        }

        @Override
        public String toString() {
            return name(); // the token stays out of every text
        }
    }

    /**
     * The server that these words name: nothing for the user's daemon, {@code stdio}, a path, {@code unix:PATH} or
     * {@code ws://127.0.0.1:PORT}.
     *
     * @param env the environment: {@code CODEX_HOME}, {@code PERCH_CODEX_TOKEN}
     * @throws IllegalArgumentException when they name none, with a sentence for the user
     */
    static CodexTarget of(String words, Map<String, String> env, Path home) {
        if (words.isEmpty()) {
            return new Socket(daemon(env, home));
        }
        if (words.equals("stdio")) {
            return new Child("codex", Map.of(), null);
        }
        if (words.startsWith("ws:")) {
            return loopback(words, env.get("PERCH_CODEX_TOKEN"));
        }
        String path =
                words.startsWith("unix:") ? words.substring("unix:".length()).replaceFirst("^//(?=/)", "") : words;
        if (path.isEmpty() || path.equals("//")) {
            return new Socket(daemon(env, home));
        }
        try {
            return new Socket(Path.of(path));
        } catch (InvalidPathException bad) {
            throw new IllegalArgumentException("--source codex: the path cannot be one here; check it.", bad);
        }
    }

    /** Where the user's daemon listens. */
    static Path daemon(Map<String, String> env, Path home) {
        return home(env, home).resolve("app-server-control/app-server-control.sock");
    }

    /** Where Codex keeps its files. */
    static Path home(Map<String, String> env, Path home) {
        String folder = env.get("CODEX_HOME");
        return folder == null || folder.isEmpty() ? home.resolve(".codex") : Path.of(folder);
    }

    private static Loopback loopback(String words, @Nullable String token) {
        try {
            URI uri = URI.create(words);
            boolean plain = uri.getHost() != null
                    && uri.getPort() > 0
                    && uri.getUserInfo() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            boolean here =
                    plain && (uri.getHost().equals("127.0.0.1") || uri.getHost().equals("[::1]"));
            if (here) {
                return new Loopback(new InetSocketAddress(InetAddress.getByName(uri.getHost()), uri.getPort()), token);
            }
        } catch (IllegalArgumentException | IOException bad) {
            // told below
        }
        throw new IllegalArgumentException(
                "--source codex: no address on this machine; write codex:ws://127.0.0.1:PORT, with the token in the"
                        + " environment variable PERCH_CODEX_TOKEN.");
    }
}
