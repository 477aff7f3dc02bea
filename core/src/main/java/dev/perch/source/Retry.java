package dev.perch.source;

import dev.perch.api.Clock;
import java.time.Duration;

/** Waits before another try: a second, then twice as long each time, a minute at most. */
final class Retry {
    private static final long FIRST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MOST_NANOS = Duration.ofMinutes(1).toNanos();

    private final Clock clock;
    private long next = FIRST_NANOS;

    Retry(Clock clock) {
        this.clock = clock;
    }

    /** It worked: the next failure is a first one. */
    void reset() {
        next = FIRST_NANOS;
    }

    void await() throws InterruptedException {
        long pause = next;
        next = Math.min(MOST_NANOS, pause * 2);
        clock.awaitNanos(clock.nanos() + pause);
    }
}
