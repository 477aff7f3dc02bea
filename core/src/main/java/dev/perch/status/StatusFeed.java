package dev.perch.status;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Carries moments from the render thread into the log, on a daemon thread of its own, and tells readers that there is news. */
public final class StatusFeed implements AutoCloseable {
    private static final long JOIN_MILLIS = Duration.ofSeconds(3).toMillis();

    private final StatusLog log;
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Moment> told = new AtomicReference<>();
    private final Thread thread = new Thread(this::carry, "perch-status");
    private volatile boolean closing;

    /** Begins to carry. */
    public StatusFeed(StatusLog log) {
        this.log = log;
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands over how all sessions are now. Waits for nothing and allocates nothing; one that was not carried yet is replaced. */
    public void publish(Moment moment) {
        told.set(moment);
        LockSupport.unpark(thread);
    }

    /** What readers read. */
    public StatusLog log() {
        return log;
    }

    /** Has {@code news} run whenever something happened, on the feed's thread; it must return at once. */
    public void listen(Runnable news) {
        readers.add(news);
    }

    /** Ends that. */
    public void forget(Runnable news) {
        readers.remove(news);
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry() {
        while (!closing) {
            Moment moment = told.getAndSet(null);
            if (moment == null) {
                LockSupport.park(this);
            } else if (log.take(moment)) {
                readers.forEach(Runnable::run);
            }
        }
    }
}
