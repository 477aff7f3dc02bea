package dev.perch.status;

import dev.perch.api.Clock;
import dev.perch.json.StrictJson;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import dev.perch.local.Reception;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;

/** Lets programs of the same user read on a socket of its own: lines of JSON-RPC 2.0. There is nothing to write to. */
public final class StatusServer implements AutoCloseable {
    /** The name of the socket in the companion's folder. */
    public static final String SOCKET = "status.sock";

    /** Callers that are told events, at a time. */
    static final int MOST_SUBSCRIBERS = 16;

    static final int LINE_BYTES = 4096;

    /** A page of 256 threads with the longest titles, escaped, fits. */
    static final int UNSENT_BYTES = 1 << 20;

    /** A caller that asks nothing for so long is hung up on, unless it is told events. */
    static final Duration IDLE = Duration.ofMinutes(2);

    static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(4, 64, 128, 20, 64));

    private static final Reception.Rules RULES =
            new Reception.Rules(32, LINE_BYTES, UNSENT_BYTES, Duration.ofSeconds(30));

    private final StatusFeed feed;
    private final Reception reception;
    private final Runnable news;

    private StatusServer(StatusFeed feed, Reception reception) {
        this.feed = feed;
        this.reception = reception;
        news = reception::wake;
        feed.listen(news);
    }

    /**
     * Makes the socket and begins to answer on it.
     *
     * @param lock held until after {@link #close}
     * @param detail whether titles, workspaces and the agents' own names of threads are told
     * @throws LocalFault when the socket cannot be made
     */
    public static StatusServer start(InstanceLock lock, Clock clock, StatusFeed feed, boolean detail)
            throws LocalFault {
        UserPrincipal owner = LocalSocket.owner(lock.folder().path());
        Path file = lock.folder().socket(SOCKET);
        ServerSocketChannel socket = LocalSocket.bind(lock, SOCKET);
        StatusDesk desk = new StatusDesk(feed.log(), clock, detail);
        try {
            return new StatusServer(
                    feed,
                    Reception.open(
                            socket,
                            RULES,
                            clock,
                            caller -> Peer.is(caller, owner),
                            desk::welcome,
                            () -> LocalSocket.remove(file)));
        } catch (IOException unopened) {
            throw LocalSocket.fault(file, unopened);
        }
    }

    /** Hangs up on all, and takes the socket away. */
    @Override
    public void close() {
        feed.forget(news);
        reception.close();
    }
}
