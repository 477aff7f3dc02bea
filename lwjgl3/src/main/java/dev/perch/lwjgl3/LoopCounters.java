package dev.perch.lwjgl3;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the loop has done since it began. Counted on the render thread, read from any. */
public final class LoopCounters {
    private final AtomicLong wakeUps = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong draws = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong regions = new AtomicLong();
    private volatile @Nullable Thread renderThread;

    /** How often it came out of a wait, for whatever reason. */
    public long wakeUps() {
        return wakeUps.get();
    }

    /** How often the content stepped. */
    public long steps() {
        return steps.get();
    }

    /** How many pictures were drawn; each is swapped once. */
    public long draws() {
        return draws.get();
    }

    /** How often the window system was told a new input region. */
    public long regions() {
        return regions.get();
    }

    /** How often the window looked where the pointer is, for the content to know. */
    public long looks() {
        return looks.get();
    }

    /**
     * How many bytes the render thread has allocated, or nothing when this JVM cannot tell. The first call loads the JVM's
     * management classes.
     */
    public OptionalLong allocatedBytes() {
        Thread thread = renderThread;
        if (thread == null
                || !(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            return OptionalLong.empty();
        }
        long bytes = threads.getThreadAllocatedBytes(thread.getId());
        return bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
    }

    void countAllocationOf(Thread thread) {
        renderThread = thread;
    }

    void wokeUp() {
        wakeUps.incrementAndGet();
    }

    void stepped() {
        steps.incrementAndGet();
    }

    void drew() {
        draws.incrementAndGet();
    }

    void looked() {
        looks.incrementAndGet();
    }

    void toldRegion() {
        regions.incrementAndGet();
    }
}
