package dev.perch.lwjgl3;

import com.sun.management.ThreadMXBean;
import dev.perch.runtime.LoopMeter;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the loop has done since it began. Counted on the render thread, read from any. */
public final class LoopCounters implements LoopMeter {
    private final AtomicLong wakeUps = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong draws = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong regions = new AtomicLong();
    private volatile long firstPictureNanos;
    private volatile long lastPictureNanos;
    private volatile @Nullable Thread renderThread;

    @Override
    public long wakeUps() {
        return wakeUps.get();
    }

    @Override
    public long steps() {
        return steps.get();
    }

    @Override
    public long draws() {
        return draws.get();
    }

    @Override
    public long looks() {
        return looks.get();
    }

    /** How often the window system was told a new input region. */
    public long regions() {
        return regions.get();
    }

    /** The first call loads the JVM's management classes. */
    @Override
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

    @Override
    public long firstPictureNanos() {
        return firstPictureNanos;
    }

    @Override
    public long lastPictureNanos() {
        return lastPictureNanos;
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

    void drew(long nowNanos) {
        if (draws.incrementAndGet() == 1) {
            firstPictureNanos = nowNanos;
        }
        lastPictureNanos = nowNanos;
    }

    void looked() {
        looks.incrementAndGet();
    }

    void toldRegion() {
        regions.incrementAndGet();
    }
}
