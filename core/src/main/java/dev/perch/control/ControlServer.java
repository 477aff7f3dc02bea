package dev.perch.control;

import dev.perch.api.Clock;
import dev.perch.local.InstanceLock;
import dev.perch.local.LocalFault;
import dev.perch.local.LocalSocket;
import dev.perch.local.Peer;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers commands on the socket, on one daemon thread for all of its few callers. A caller has two seconds to ask, the
 * companion two to answer, the caller two to read; whoever is slower, or another user, is hung up on.
 */
public final class ControlServer implements AutoCloseable {
    /** The name of the socket in the companion's folder. */
    static final String SOCKET = "control.sock";

    /** Callers at a time; one more is hung up on at once. */
    static final int MOST_CALLERS = 8;

    /** For each of asking, answering and reading. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long JOIN_MILLIS = Duration.ofSeconds(3).toMillis();

    private final ServerSocketChannel server;
    private final Path file;
    private final Selector selector;
    private final UserPrincipal owner;
    private final Clock clock;
    private final Duration patience;
    private final Handler handler;
    private final Thread thread;
    private volatile boolean closing;

    /** Carries out what is asked. */
    @FunctionalInterface
    public interface Handler {
        /** Must return at once; called on the server's thread. The answer may come later, from any thread. */
        CompletableFuture<ControlAnswer> handle(ControlCommand command);
    }

    private ControlServer(
            InstanceLock lock,
            ServerSocketChannel server,
            UserPrincipal owner,
            Clock clock,
            Duration patience,
            Handler handler)
            throws IOException {
        this.server = server;
        this.file = lock.folder().socket(SOCKET);
        this.owner = owner;
        this.clock = clock;
        this.patience = patience;
        this.handler = handler;
        selector = Selector.open();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread = new Thread(this::serve, "perch-control");
        thread.setDaemon(true);
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
        ServerSocketChannel bound = LocalSocket.bind(lock, SOCKET);
        try {
            ControlServer control = new ControlServer(lock, bound, owner, clock, patience, handler);
            control.thread.start();
            return control;
        } catch (IOException unopened) {
            throw LocalSocket.fault(lock.folder().socket(SOCKET), unopened);
        }
    }

    /** Gives the answers that are ready, hangs up, and takes the socket away. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try (server;
                selector) {
            while (!closing) {
                await();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                calls().forEach(call -> call.tick(clock.nanos()));
            }
            calls().forEach(Call::finish);
            Files.deleteIfExists(file);
        } catch (IOException broken) {
            // the socket is gone: commands no longer reach the companion, which goes on
        }
    }

    private void await() throws IOException {
        long earliest = calls().stream().mapToLong(Call::deadline).min().orElse(Long.MAX_VALUE);
        if (earliest == Long.MAX_VALUE) {
            selector.select();
            return;
        }
        long millis = (earliest - clock.nanos()) / NANOS_PER_MILLI;
        if (millis < 0) {
            selector.selectNow();
        } else {
            selector.select(millis + 1);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        try {
            if (key.attachment() instanceof Call call) {
                call.ready(clock.nanos());
            } else {
                accept();
            }
        } catch (CancelledKeyException hungUp) {
            // between the selection and now
        }
    }

    private void accept() throws IOException {
        SocketChannel caller = server.accept();
        if (caller == null) {
            return;
        }
        if (calls().size() >= MOST_CALLERS || !Peer.is(caller, owner)) {
            caller.close();
            return;
        }
        caller.configureBlocking(false);
        SelectionKey key = caller.register(selector, SelectionKey.OP_READ);
        key.attach(new Call(key, caller, handler, patience.toNanos(), clock.nanos()));
    }

    private List<Call> calls() {
        return selector.keys().stream()
                .filter(SelectionKey::isValid)
                .map(SelectionKey::attachment)
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }
}
