package dev.perch.bridge;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another try: doubling, and by chance up to half less, so that many clients do not come at once.
 * At first often, for a server that restarts is back within two seconds; then seldom, for one that was never there.
 */
final class Backoff {
    private static final long FIRST_MILLIS = 100;
    private static final long SOON_MILLIS = 1_000;
    private static final int SOON_TRIES = 60;
    private static final long LATER_MILLIS = 10_000;

    private final RandomGenerator random;
    private int tries;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The connection stood: the next loss is a first one. */
    void reset() {
        tries = 0;
    }

    Duration next() {
        long most = tries < SOON_TRIES ? Math.min(SOON_MILLIS, FIRST_MILLIS << Math.min(tries, 10)) : LATER_MILLIS;
        tries = Math.min(tries + 1, SOON_TRIES);
        return Duration.ofMillis(most - random.nextLong(most / 2 + 1));
    }
}
