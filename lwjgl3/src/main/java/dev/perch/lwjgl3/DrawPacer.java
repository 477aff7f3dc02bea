package dev.perch.lwjgl3;

import java.util.concurrent.TimeUnit;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWVidMode;

/**
 * No more pictures than a monitor shows: after a picture, the next comes one refresh later at the soonest; the first one after
 * a quiet time comes at once. Times are those of the application's clock. Render thread only.
 */
final class DrawPacer {
    /** What a monitor is taken for that does not tell its rate, as those of virtual displays. */
    static final int USUAL_HERTZ = 60;

    private final long intervalNanos;
    private long earliestNanos = Long.MIN_VALUE;

    /** @param hertz how often the monitor shows a picture each second; less than 1: unknown */
    DrawPacer(int hertz) {
        intervalNanos = TimeUnit.SECONDS.toNanos(1) / (hertz < 1 ? USUAL_HERTZ : hertz);
    }

    /** A pacer for the quickest of the monitors that there are now. */
    static DrawPacer forMonitors() {
        int quickest = 0;
        PointerBuffer monitors = GLFW.glfwGetMonitors();
        for (int i = 0; monitors != null && i < monitors.remaining(); i++) {
            GLFWVidMode mode = GLFW.glfwGetVideoMode(monitors.get(i));
            quickest = Math.max(quickest, mode == null ? 0 : mode.refreshRate());
        }
        return new DrawPacer(quickest);
    }

    /** A picture is drawn now. */
    void drew(long nowNanos) {
        earliestNanos = nowNanos + intervalNanos;
    }

    /** How long the next picture has to wait; 0 or less: not at all. */
    long waitNanos(long nowNanos) {
        return earliestNanos == Long.MIN_VALUE ? 0 : earliestNanos - nowNanos;
    }
}
