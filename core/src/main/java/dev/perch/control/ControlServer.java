package dev.perch.control;

import dev.perch.api.Clock;
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
import java.util.concurrent.CompletableFuture;

/**
 * Answers commands on the socket, on one daemon thread for all of its few callers. A caller has two seconds to ask, the
 * companion two to answer, the caller two to read; whoever is slower, or another user, is hung up on.
 */
public final class ControlServer implements AutoCloseable {
    /** The name of the socket in the companion's folder. */
    public static final String SOCKET = "control.sock";

    /** Callers at a time; one more is hung up on at once. */
    static final int MOST_CALLERS = 8;

    /** More than a line, each way. */
    private static final int MOST_BYTES = 2 * ControlWire.LINE_BYTES;

    /** For each of asking, answering and reading. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Reception reception;

    /** Carries out what is asked. */
    @FunctionalInterface
    public interface Handler {
        /** Must return at once; called on the server's thread. The answer may come later, from any thread. */
        CompletableFuture<ControlAnswer> handle(ControlCommand command);
    }

    private ControlServer(Reception reception) {
        this.reception = reception;
    }

    /**
     * Makes the socket and begins to answer on it.
     *
     * @param lock held until after {@link #close}
     * @throws LocalFault when the socket cannot be made
     */
    public static ControlServer start(InstanceLock lock, Clock clock, Handler handler) throws LocalFault {
        return start(lock, LocalSocket.owner(lock.folder().path()), clock, PATIENCE, handler);
    }

    /** @param owner the only user that is listened to */
    static ControlServer start(InstanceLock lock, UserPrincipal owner, Clock clock, Duration patience, Handler handler)
            throws LocalFault {
        Path file = lock.folder().socket(SOCKET);
        ServerSocketChannel bound = LocalSocket.bind(lock, SOCKET);
        Reception.Rules rules = new Reception.Rules(MOST_CALLERS, MOST_BYTES, MOST_BYTES, patience);
        try {
            return new ControlServer(Reception.open(
                    bound,
                    rules,
                    clock,
                    caller -> Peer.is(caller, owner),
                    visit -> new Call(visit, handler, clock, patience),
                    () -> LocalSocket.remove(file)));
        } catch (IOException unopened) {
            throw LocalSocket.fault(file, unopened);
        }
    }

    /** Gives the answers that are ready, hangs up, and takes the socket away. */
    @Override
    public void close() {
        reception.close();
    }
}
