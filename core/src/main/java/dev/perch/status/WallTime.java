package dev.perch.status;

import dev.perch.api.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Tells what time it was at a moment of the runtime's clock, the same each time it is asked while the wall clock is not set. */
final class WallTime {
    private static final Duration SET = Duration.ofSeconds(2);

    private final Clock clock;
    private final InstantSource wall;
    private Instant zero;

    WallTime(Clock clock, InstantSource wall) {
        this.clock = clock;
        this.wall = wall;
        zero = wall.instant().minusNanos(clock.nanos());
    }

    /** Notes when the wall clock was set, or the machine slept. */
    void look() {
        Instant now = wall.instant().minusNanos(clock.nanos());
        if (Duration.between(zero, now).abs().compareTo(SET) > 0) {
            zero = now;
        }
    }

    Instant now() {
        return at(clock.nanos());
    }

    Instant at(long nanos) {
        return zero.plusNanos(nanos).truncatedTo(ChronoUnit.MILLIS);
    }
}
