package dev.perch.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns the wish of the system that the program end (SIGINT, SIGTERM, logging out) into an orderly end: what the program waits
 * for is ended, and the program goes on until {@link #end}, for some seconds at most. Held around all that must not be cut
 * off. Safe for threads.
 */
public final class QuitSignals implements AutoCloseable {
    /** How long the system may be kept waiting; it tends to kill after 10 s (systemd: 90 s). */
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::quit, "quit");
    private volatile @Nullable Runnable quitting;
    private volatile int exitCode;

    private QuitSignals() {}

    /** Listens until {@link #end}. As long as nobody said what a quit ends, a signal ends the program as ever. */
    public static QuitSignals listening() {
        QuitSignals signals = new QuitSignals();
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    /** Has a quit run {@code ending}, on a thread of its own; the program is to reach {@link #end} soon after. */
    public void onQuit(Runnable ending) {
        quitting = ending;
    }

    /**
     * All is in order: the program may end.
     *
     * @param code what the process ends with when a signal ended it
     */
    public void end(int code) {
        exitCode = code;
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already, and the latch is all that it waits for.
        }
    }

    /** The same with exit code 0. */
    @Override
    public void close() {
        end(0);
    }

    private void quit() {
        Runnable ending = quitting;
        if (ending == null || ended.getCount() == 0) {
            return;
        }
        ending.run();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
