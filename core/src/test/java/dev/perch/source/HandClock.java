package dev.perch.source;

import dev.perch.api.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that a test moves by hand, and that tells when a thread waits for it. */
public final class HandClock implements Clock {
    private static final long LIMIT_MILLIS = 30_000;

    private final List<Long> deadlines = new ArrayList<>();
    private long now;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void awaitNanos(long deadline) throws InterruptedException {
        Long waiting = deadline;
        deadlines.add(waiting);
        notifyAll();
        try {
            while (now < deadline) {
                wait();
            }
        } finally {
            deadlines.remove(waiting);
            notifyAll();
        }
    }

    public synchronized void advance(Duration time) {
        now += time.toNanos();
        notifyAll();
    }

    /** Returns when a thread waits for a time that has not come. */
    public synchronized void awaitWaiter() throws InterruptedException {
        for (long left = LIMIT_MILLIS / 10; deadlines.stream().noneMatch(deadline -> deadline > now); left--) {
            if (left == 0) {
                throw new AssertionError("no thread waits for the clock");
            }
            wait(10);
        }
    }
}
