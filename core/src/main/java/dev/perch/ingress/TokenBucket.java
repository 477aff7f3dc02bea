package dev.perch.ingress;

import dev.perch.api.Clock;
import java.time.Duration;

/** So many at once, and then so many in a time. One thread at a time. */
final class TokenBucket {
    private final Clock clock;
    private final int most;
    private final long nanosEach;
    private long fullAt;

    /** @param most at once */
    TokenBucket(Clock clock, int most, int perMinute) {
        this.clock = clock;
        this.most = most;
        nanosEach = Duration.ofMinutes(1).toNanos() / perMinute;
        fullAt = clock.nanos();
    }

    /** Takes one. @return whether there was one */
    boolean take() {
        long now = clock.nanos();
        long from = Math.max(fullAt, now);
        if (from + nanosEach - now > most * nanosEach) {
            return false;
        }
        fullAt = from + nanosEach;
        return true;
    }
}
