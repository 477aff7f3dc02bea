package dev.perch.runtime;

import dev.perch.api.Clock;
import java.util.concurrent.locks.LockSupport;

/** The clock of the machine. Safe for threads; the only place of core that knows it. */
public final class SystemClock implements Clock {
    /** The wall clock, in milliseconds since 1970: for dates alone, since it may jump. */
    public static long wallMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void awaitNanos(long deadline) throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (left > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(this, left);
            left = deadline - System.nanoTime();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
