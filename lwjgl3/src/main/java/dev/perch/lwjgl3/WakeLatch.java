package dev.perch.lwjgl3;

import java.util.concurrent.atomic.AtomicBoolean;
import org.lwjgl.glfw.GLFW;

/**
 * Wishes that no wait can miss. A wish is noted before the event is posted, and cleared only after a wait and before the step:
 * whoever wishes between the check and the wait has also posted the event that ends the wait.
 */
final class WakeLatch implements WindowControl {
    private final AtomicBoolean wished = new AtomicBoolean();
    private final Object gate = new Object();
    private volatile boolean closing;
    private boolean open;

    @Override
    public void wake() {
        if (wished.compareAndSet(false, true)) {
            synchronized (gate) {
                if (open) {
                    GLFW.glfwPostEmptyEvent();
                }
            }
        }
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
        wished.set(true);
    }

    /** Whether there is a wish. */
    boolean wished() {
        return wished.get();
    }

    /**
     * The wishes are about to be fulfilled. Render thread only, after a wait and before the step.
     *
     * @return whether there were any
     */
    boolean take() {
        return wished.getAndSet(false);
    }

    /** GLFW may be called from now on, or from now on no more. */
    void setOpen(boolean open) {
        synchronized (gate) {
            this.open = open;
        }
    }
}
