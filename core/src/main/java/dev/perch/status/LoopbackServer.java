package dev.perch.status;

import dev.perch.api.Clock;
import dev.perch.local.Reception;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** The status for browsers: HTTP on 127.0.0.1, only while the user has switched it on. */
public final class LoopbackServer implements AutoCloseable {
    /** A request with the longest body fits. */
    private static final int HEARD_BYTES = HttpRequest.HEAD_BYTES + HttpRequest.BODY_BYTES + 1;

    private static final Reception.Rules RULES =
            new Reception.Rules(32, HEARD_BYTES, StatusServer.UNSENT_BYTES, Duration.ofSeconds(30));
    private static final int BACKLOG = 128;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final StatusFeed feed;
    private final Reception reception;
    private final Runnable news;
    private final int port;

    /** Where events of hooks go that come by HTTP. */
    @FunctionalInterface
    public interface HookDoor {
        /**
         * Takes one, on the server's thread; must return soon.
         *
         * @return false: there is no such agent
         */
        boolean take(String agent, byte[] event);
    }

    /**
     * What the user set.
     *
     * @param port 0: any that is free
     * @param origins of pages that may read, such as {@code http://localhost:8000}
     * @param token that every request bears
     * @param detail whether titles, workspaces and the agents' own names of threads are told
     */
    public record Terms(int port, List<String> origins, String token, boolean detail) {
        /** Copies the list. */
        public Terms {
            origins = List.copyOf(origins);
        }
    }

    private LoopbackServer(StatusFeed feed, Reception reception, int port) {
        this.feed = feed;
        this.reception = reception;
        this.port = port;
        news = reception::wake;
        feed.listen(news);
    }

    /**
     * Begins to answer.
     *
     * @param random one that nobody can guess
     * @throws IOException when the port cannot be had
     */
    public static LoopbackServer start(
            Terms terms, Clock clock, StatusFeed feed, RandomGenerator random, HookDoor hooks) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), terms.port()), BACKLOG);
            int port = ((InetSocketAddress) socket.getLocalAddress()).getPort();
            HttpDesk desk = new HttpDesk(
                    feed.log(),
                    clock,
                    new HttpRules(port, terms.origins(), terms.token()),
                    new HttpTickets(clock, random),
                    terms.detail(),
                    hooks);
            Reception reception = Reception.open(socket, RULES, clock, caller -> true, desk::welcome, () -> {});
            return new LoopbackServer(feed, reception, port);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Hangs up on all. */
    @Override
    public void close() {
        feed.forget(news);
        reception.close();
    }
}
