package dev.perch.lwjgl3;

import com.badlogic.gdx.backends.lwjgl3.audio.mock.MockAudio;
import dev.perch.api.Clock;
import java.util.concurrent.locks.LockSupport;
import org.lwjgl.glfw.GLFW;

/**
 * Makes LibGDX's loop wait for events. The loop calls its audio first in every turn, and Perch has none: this stands in for it
 * and comes back when there is something to do. LibGDX knows no other public way to keep its loop from polling.
 */
final class EventLoop extends MockAudio {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PetWindows windows;
    private final Clock clock;
    private final WakeLatch latch;
    private final LoopCounters counters;

    EventLoop(PetWindows windows, Clock clock, WakeLatch latch, LoopCounters counters) {
        this.windows = windows;
        this.clock = clock;
        this.latch = latch;
        this.counters = counters;
    }

    @Override
    public void update() {
        if (!windows.started()) {
            return;
        }
        while (!turn()) {
            // A turn of LibGDX's own with no picture would allocate: its Thread.sleep(0) makes 40 bytes on JDK 25.
        }
    }

    /** @return whether there may be something to do for LibGDX: a picture, or what an event or a wish has brought */
    private boolean turn() {
        if (!latch.wished()) {
            await(windows.nextWakeNanos());
        }
        holdBack();
        windows.hear();
        boolean wished = latch.take();
        if (latch.closing()) {
            windows.close();
            return true;
        }
        windows.step(clock.nanos(), wished);
        return wished || windows.wantTurn();
    }

    /** Whatever happens right after a picture shows in the next one: until that may come, nobody need wake up for it. */
    private void holdBack() {
        long wait = windows.holdNanos(clock.nanos());
        if (wait > 0) {
            LockSupport.parkNanos(wait);
            GLFW.glfwPollEvents();
            counters.wokeUp();
        }
    }

    private void await(long deadlineNanos) {
        if (deadlineNanos == Long.MAX_VALUE) {
            GLFW.glfwWaitEvents();
        } else {
            long now = clock.nanos();
            if (deadlineNanos <= now) {
                GLFW.glfwPollEvents(); // pictures that come one after the other must not shut out the pointer
                return;
            }
            GLFW.glfwWaitEventsTimeout((deadlineNanos - now) / NANOS_PER_SECOND);
        }
        counters.wokeUp();
    }
}
