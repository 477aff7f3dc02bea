package dev.perch.local;

import dev.perch.api.Clock;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Serves all callers of one socket on one daemon thread, none of whom can hold up another: few of them at a time, so many
 * bytes each way, and no caller that does not read.
 */
public final class Reception implements AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long JOIN_MILLIS = Duration.ofSeconds(3).toMillis();

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Rules rules;
    private final Clock clock;
    private final Predicate<SocketChannel> welcome;
    private final Function<Visit, Visitor> visitors;
    private final Runnable ended;
    private final List<Visit> visits = new ArrayList<>();
    private final Thread thread;
    private volatile boolean woken;
    private volatile boolean closing;

    /**
     * What callers may cost.
     *
     * @param callers at a time; when there are more, the oldest that has not settled is hung up on, or else the newest
     * @param heardBytes that wait to be taken
     * @param unsentBytes that wait to be read by the caller
     * @param stall how long a caller may read nothing of them
     */
    public record Rules(int callers, int heardBytes, int unsentBytes, Duration stall) {
        long stallNanos() {
            return stall.toNanos();
        }
    }

    private Reception(
            ServerSocketChannel server,
            Rules rules,
            Clock clock,
            Predicate<SocketChannel> welcome,
            Function<Visit, Visitor> visitors,
            Runnable ended)
            throws IOException {
        this.server = server;
        this.rules = rules;
        this.clock = clock;
        this.welcome = welcome;
        this.visitors = visitors;
        this.ended = ended;
        selector = Selector.open();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread = new Thread(this::serve, "perch-reception");
        thread.setDaemon(true);
    }

    /**
     * Begins to serve.
     *
     * @param server bound; belongs to the reception from now on
     * @param welcome whether that caller is let in at all
     * @param visitors what serves it
     * @param ended run once at the end, on the reception's thread
     */
    public static Reception open(
            ServerSocketChannel server,
            Rules rules,
            Clock clock,
            Predicate<SocketChannel> welcome,
            Function<Visit, Visitor> visitors,
            Runnable ended)
            throws IOException {
        Reception reception = new Reception(server, rules, clock, welcome, visitors, ended);
        reception.thread.start();
        return reception;
    }

    /** Has {@link Visitor#news} called on each. Any thread. */
    public void wake() {
        woken = true;
        selector.wakeup();
    }

    /** Says what can be said at once, hangs up on all, and ends. */
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
                tellNews();
                long now = clock.nanos();
                visits.forEach(visit -> visit.tick(now));
                visits.removeIf(Visit::isOver);
            }
            long end = clock.nanos();
            visits.forEach(visit -> visit.finish(end));
        } catch (IOException broken) {
            // the socket is gone; the companion goes on
        } finally {
            visits.forEach(Visit::hangUp);
            ended.run();
        }
    }

    private void tellNews() {
        if (woken) {
            woken = false;
            long now = clock.nanos();
            visits.forEach(visit -> visit.news(now));
        }
    }

    private void await() throws IOException {
        long earliest = Long.MAX_VALUE;
        for (Visit visit : visits) {
            earliest = Math.min(earliest, visit.deadline());
        }
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
            if (key.attachment() instanceof Visit visit) {
                visit.ready(clock.nanos());
            } else {
                accept();
            }
        } catch (CancelledKeyException hungUp) {
            // between the selection and now
        }
    }

    private void accept() throws IOException {
        for (SocketChannel caller = server.accept(); caller != null; caller = server.accept()) {
            begin(caller);
        }
    }

    private void begin(SocketChannel caller) throws IOException {
        if (!welcome.test(caller) || !makeRoom()) {
            caller.close();
            return;
        }
        caller.configureBlocking(false);
        SelectionKey key = caller.register(selector, SelectionKey.OP_READ);
        Visit visit = new Visit(key, caller, rules, this::wake);
        key.attach(visit);
        visit.begin(visitors.apply(visit));
        visits.add(visit);
    }

    private boolean makeRoom() {
        visits.removeIf(Visit::isOver);
        if (visits.size() < rules.callers()) {
            return true;
        }
        for (Visit visit : visits) {
            if (!visit.isSettled()) {
                visit.hangUp();
                visits.remove(visit);
                return true;
            }
        }
        return false;
    }
}
