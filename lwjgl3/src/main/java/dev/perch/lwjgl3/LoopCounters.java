package dev.perch.lwjgl3;

import java.util.concurrent.atomic.AtomicLong;

/** What the loop has done since it began. Counted on the render thread, read from any. */
public final class LoopCounters {
    private final AtomicLong wakeUps = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong draws = new AtomicLong();
    private final AtomicLong lostTops = new AtomicLong();
    private final AtomicLong regions = new AtomicLong();

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

    /** How often the window manager took from the window that it stays on top. */
    public long lostTops() {
        return lostTops.get();
    }

    void lostTop() {
        lostTops.incrementAndGet();
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

    void toldRegion() {
        regions.incrementAndGet();
    }
}
