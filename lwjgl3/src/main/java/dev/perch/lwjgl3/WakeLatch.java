package dev.perch.lwjgl3;

import dev.perch.api.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lwjgl.glfw.GLFW;

/**
 * Wishes that no wait can miss. A wish is noted before the event is posted, and cleared only after a wait and before the step:
 * whoever wishes between the check and the wait has also posted the event that ends the wait.
 */
final class WakeLatch implements WindowControl {
    /** A step that was wished for and has not begun after so long will not come (requirement R29). */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long NONE = 0;

    private final Clock clock;
    private final Runnable hangs;

    /** When the oldest wish came that is not fulfilled. */
    private final AtomicLong wished = new AtomicLong(NONE);

    private final AtomicLong told = new AtomicLong(NONE);
    private final Object gate = new Object();
    private volatile boolean closing;
    private boolean open;

    /** @param hangs told once, by whoever wishes next, of a wish that is not fulfilled in time; on any thread */
    WakeLatch(Clock clock, Runnable hangs) {
        this.clock = clock;
        this.hangs = hangs;
    }

    @Override
    public void wake() {
        long now = now();
        if (wished.compareAndSet(NONE, now)) {
            synchronized (gate) {
                if (open) {
                    GLFW.glfwPostEmptyEvent();
                }
            }
        } else {
            lookAfter(wished.get(), now);
        }
    }

    /** Nothing waits for the window's sake: a wish that comes to one that hangs finds it out. */
    private void lookAfter(long oldest, long now) {
        boolean late;
        synchronized (gate) {
            late = open && oldest != NONE && now - oldest > PATIENCE_NANOS;
        }
        if (late && told.getAndSet(oldest) != oldest) {
            hangs.run();
        }
    }

    private long now() {
        return clock.nanos() | 1; // never NONE
    }

    @Override
    public void close() {
        closing = true;
        wake();
    }

    /** Whether somebody wished the window closed. */
    boolean closing() {
        return closing;
    }

    /** Notes a wish on the render thread, which does not wait. */
    void note() {
        wished.compareAndSet(NONE, now());
    }

    /** Whether there is a wish. */
    boolean wished() {
        return wished.get() != NONE;
    }

    /**
     * The wishes are about to be fulfilled. Render thread only, after a wait and before the step.
     *
     * @return whether there were any
     */
    boolean take() {
        return wished.getAndSet(NONE) != NONE;
    }

    /** GLFW may be called from now on, or from now on no more. */
    void setOpen(boolean open) {
        synchronized (gate) {
            this.open = open;
        }
    }
}
