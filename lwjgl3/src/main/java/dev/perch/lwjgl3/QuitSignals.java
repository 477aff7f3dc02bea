package dev.perch.lwjgl3;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns the wish of the system that the program end (SIGINT, SIGTERM, logging out) into an orderly end with exit code 0: the
 * window is closed, and the program goes on until {@link #close}, for some seconds at most.
 */
public final class QuitSignals implements AutoCloseable {
    /** How long the system may be kept waiting; it tends to kill after 10 s (systemd: 90 s). */
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private QuitSignals(Runnable closeWindow) {
        hook = new Thread(() -> quit(closeWindow), "quit");
    }

    /**
     * Listens until {@link #close}.
     *
     * @param closeWindow called on a thread of its own
     */
    public static QuitSignals closing(Runnable closeWindow) {
        QuitSignals signals = new QuitSignals(closeWindow);
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    /** All is in order: the program may end. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already, and the latch is all that it waits for.
        }
    }

    private void quit(Runnable closeWindow) {
        if (ended.getCount() == 0) {
            return;
        }
        closeWindow.run();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
