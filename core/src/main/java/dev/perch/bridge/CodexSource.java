package dev.perch.bridge;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots from a Codex app-server: one session a thread ({@code codex}). It connects, and connects again for as long as
 * it runs. How the connection itself stands is told as a session of its own, {@link #LINK}.
 */
public final class CodexSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "codex";

    /** The session that stands for the connection, and is no thread. */
    public static final String LINK = "codex.link";

    /** How often what goes on is told again, threads are listed again, and a silent server is given up. */
    static final Duration TICK = Duration.ofSeconds(20);

    private final String server;
    private final Dialer dialer;
    private final Clock clock;
    private final RandomGenerator random;
    private final WireLimits limits;
    private final Conversation.Desks desks;
    private volatile @Nullable Conversation now;

    /** Connects to the server, and blocks meanwhile. */
    interface Dialer {
        Transport dial(RandomGenerator random, WireLimits limits) throws IOException;
    }

    /** @param server how the user knows it */
    CodexSource(String server, Dialer dialer, Clock clock, RandomGenerator random, ApprovalDesk desk, TurnDesk turns) {
        this.server = server;
        this.dialer = dialer;
        this.clock = clock;
        this.random = random;
        this.limits = WireLimits.DEFAULT;
        this.desks = new Conversation.Desks(desk, turns);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "Codex (" + server + ")";
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        LinkNews news = new LinkNews(server, emit);
        ThreadBook book = new ThreadBook(emit::emit);
        Backoff backoff = new Backoff(random);
        Thread ticker = new Thread(this::tick, "perch-codex-ticker");
        ticker.setDaemon(true);
        ticker.start();
        try {
            while (true) {
                connect(book, news, backoff);
                clock.awaitNanos(clock.nanos() + backoff.next().toNanos());
            }
        } finally {
            ticker.interrupt();
        }
    }

    /**
     * Whether the user has run Codex: it has left settings, sessions or a socket in its home. Its daemon may start at any
     * time.
     *
     * @param env may have {@code CODEX_HOME}
     */
    public static boolean hasRun(Map<String, String> env, Path home) {
        Path codex = CodexTarget.home(env, home);
        return Stream.of("config.toml", "auth.json", "sessions", "app-server-control")
                .anyMatch(name -> Files.exists(codex.resolve(name)));
    }

    /**
     * Where the user's daemon listens, or would.
     *
     * @param env may have {@code CODEX_HOME}
     */
    public static Path daemon(Map<String, String> env, Path home) {
        return CodexTarget.daemon(env, home);
    }

    /** One connection from its beginning to its end. */
    private void connect(ThreadBook book, LinkNews news, Backoff backoff) throws InterruptedException {
        Transport transport;
        try {
            transport = dialer.dial(random, limits);
        } catch (IOException none) {
            stopIfAsked();
            news.noServer(none);
            return;
        }
        try (Talk talk = new Talk(transport, new WireCodec(limits))) {
            Conversation conversation = new Conversation(talk, book, news, backoff, desks);
            now = conversation;
            talk.begin();
            conversation.run();
        } finally {
            now = null;
        }
    }

    private void tick() {
        try {
            while (true) {
                clock.awaitNanos(clock.nanos() + TICK.toNanos());
                Conversation conversation = now;
                if (conversation != null) {
                    conversation.tick();
                }
            }
        } catch (InterruptedException ended) {
            // the source has
        }
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /**
     * Makes sources of app-servers.
     *
     * @param env the environment: {@code CODEX_HOME}, {@code PERCH_CODEX_TOKEN}
     * @param home the user's home
     * @param desk where open questions are laid, and answered
     * @param turns where what other programs want of threads leaves
     */
    public record Factory(Clock clock, Map<String, String> env, Path home, ApprovalDesk desk, TurnDesk turns)
            implements RuntimeSnapshotSourceFactory {
        /** Where no other program wants anything of threads. */
        public Factory(Clock clock, Map<String, String> env, Path home, ApprovalDesk desk) {
            this(clock, env, home, desk, new TurnDesk());
        }

        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "Codex app-server: the user's daemon, a socket, ws://127.0.0.1:PORT or stdio";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            String words = String.valueOf(options.getOrDefault("target", ""));
            CodexTarget target = CodexTarget.of(words, env, home);
            return new CodexSource(target.name(), target::dial, clock, new SecureRandom(), desk, turns);
        }
    }
}
