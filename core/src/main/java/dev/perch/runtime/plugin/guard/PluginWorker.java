package dev.perch.runtime.plugin.guard;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs the calls of one plugin one after another, on a daemon thread of its own. A call that takes too long is given up
 * together with its thread, and those that wait go on with a new one. Safe for threads.
 */
final class PluginWorker {
    /** Takes what became of a call, on the worker or on the watch; called once. */
    interface Outcome<T> {
        /** Exactly one of the two, unless the call answered null. */
        void done(@Nullable T answer, @Nullable Throwable fault);
    }

    private final ThreadFactory threads;
    private final ScheduledExecutorService watch;
    private ExecutorService executor;
    private boolean closed;

    /** @param name of the plugin */
    PluginWorker(String name) {
        threads = work -> daemon(work, "perch-plugin-" + name);
        watch = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "perch-plugin-watch-" + name));
        executor = Executors.newSingleThreadExecutor(threads);
    }

    /** Has a call made as soon as those before it are over. Returns at once; nothing happens after {@link #close}. */
    synchronized <T extends @Nullable Object> void run(Duration limit, Callable<T> call, Outcome<T> outcome) {
        if (!closed) {
            executor.execute(() -> make(call, limit, outcome));
        }
    }

    /** Has something done a while later, on the watch; it must return at once. */
    void later(Duration pause, Runnable what) {
        try {
            Future<?> unused = watch.schedule(what, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException over) {
            // closed: nobody waits any more
        }
    }

    /** Lets go of all that runs or waits; outcomes may never come. */
    synchronized void close() {
        closed = true;
        executor.shutdownNow();
        watch.shutdownNow();
    }

    private <T extends @Nullable Object> void make(Callable<T> call, Duration limit, Outcome<T> outcome) {
        AtomicBoolean settled = new AtomicBoolean();
        ExecutorService mine = current();
        Future<?> alarm = watch.schedule(
                () -> {
                    if (settled.compareAndSet(false, true)) {
                        giveUp(mine);
                        outcome.done(null, new TimeoutException("it took longer than " + limit.toMillis() + " ms"));
                    }
                },
                limit.toNanos(),
                TimeUnit.NANOSECONDS);
        T answer = null;
        Throwable fault = null;
        try {
            answer = call.call();
        } catch (Throwable thrown) { // a plugin's: whatever it is, it is told and counted
            fault = thrown;
        }
        alarm.cancel(false);
        if (settled.compareAndSet(false, true)) {
            outcome.done(answer, fault);
        }
    }

    private synchronized ExecutorService current() {
        return executor;
    }

    private synchronized void giveUp(ExecutorService hung) {
        if (hung != executor || closed) {
            return;
        }
        List<Runnable> waiting = hung.shutdownNow();
        executor = Executors.newSingleThreadExecutor(threads);
        waiting.forEach(executor::execute);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
