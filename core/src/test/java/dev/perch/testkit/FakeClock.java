package dev.perch.testkit;

import dev.perch.api.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A clock that stands still until it is advanced. For any number of threads. */
public final class FakeClock implements Clock {
    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Parked> parked = new PriorityQueue<>(Comparator.comparingLong(p -> p.deadline));
    private volatile long now;

    /** One thread in {@link #awaitNanos}; told apart by identity. */
    private static final class Parked {
        private final long deadline;

        Parked(long deadline) {
            this.deadline = deadline;
        }
    }

    /** Starts at 0. */
    public FakeClock() {}

    @Override
    public long nanos() {
        return now;
    }

    /** Blocks until the clock has been advanced that far. */
    @Override
    public void awaitNanos(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        Parked self = new Parked(deadline);
        try {
            if (deadline > now) {
                parked.add(self);
                changed.signalAll();
            }
            while (deadline > now) {
                changed.await();
            }
        } finally {
            parked.remove(self);
            lock.unlock();
        }
    }

    /** Moves the clock on, and lets go every thread whose time has come. */
    public void advance(Duration by) {
        lock.lock();
        try {
            now = Math.addExact(now, by.toNanos());
            while (!parked.isEmpty() && parked.element().deadline <= now) {
                parked.remove();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void advanceMillis(long millis) {
        advance(Duration.ofMillis(millis));
    }

    /**
     * Blocks until at least so many threads wait for a time that has not come. One that was let go counts no longer,
     * even if it has not run yet.
     *
     * @throws AssertionError when that has not happened for half a minute of real time
     */
    public void awaitParked(int threads) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (parked.size() < threads) {
                if (left <= 0) {
                    throw new AssertionError(parked.size() + " of " + threads + " threads wait for the clock");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The earliest time that a thread waits for. */
    public OptionalLong nextDeadline() {
        lock.lock();
        try {
            return parked.isEmpty() ? OptionalLong.empty() : OptionalLong.of(parked.element().deadline);
        } finally {
            lock.unlock();
        }
    }
}
