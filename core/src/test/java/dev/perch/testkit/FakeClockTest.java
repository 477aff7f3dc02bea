package dev.perch.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FakeClockTest {
    private final FakeClock clock = new FakeClock();

    @Test
    void aThreadWaitsUntilItsTimeHasCome() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = start(50, done);
        clock.awaitParked(1);
        assertEquals(OptionalLong.of(50_000_000), clock.nextDeadline());

        clock.advanceMillis(49);
        assertEquals(OptionalLong.of(50_000_000), clock.nextDeadline());
        assertEquals(1, done.getCount());

        clock.advance(Duration.ofMillis(1));
        assertEquals(OptionalLong.empty(), clock.nextDeadline());
        assertTrue(done.await(30, TimeUnit.SECONDS));
        thread.join();
        assertEquals(50_000_000, clock.nanos());
    }

    @Test
    void aTimeThatHasComeIsNotWaitedFor() throws InterruptedException {
        clock.advanceMillis(5);
        clock.awaitNanos(5_000_000);
        clock.awaitNanos(-1);
        assertEquals(OptionalLong.empty(), clock.nextDeadline());
    }

    @Test
    void threadsAreLetGoInTheOrderOfTheirTimes() throws InterruptedException {
        CountDownLatch early = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        Thread second = start(20, late);
        Thread first = start(10, early);
        clock.awaitParked(2);

        clock.advanceMillis(10);
        assertTrue(early.await(30, TimeUnit.SECONDS));
        assertEquals(1, late.getCount());
        clock.advanceMillis(10);
        assertTrue(late.await(30, TimeUnit.SECONDS));
        first.join();
        second.join();
    }

    @Test
    void anInterruptedThreadGivesUpItsWait() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                clock.awaitNanos(1);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        thread.start();
        clock.awaitParked(1);
        thread.interrupt();
        thread.join();

        assertTrue(interrupted.get());
        assertFalse(clock.nextDeadline().isPresent());
    }

    private Thread start(long millis, CountDownLatch done) {
        Thread thread = new Thread(() -> {
            try {
                clock.awaitNanos(millis * 1_000_000);
                done.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }
}
