package dev.perch.status;

import dev.perch.api.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Tickets for readers that cannot send a header: each lets one in once, within a minute. One thread. */
final class HttpTickets {
    static final Duration HOLDS = Duration.ofSeconds(60);

    /** More than that many wait for nobody. */
    private static final int MOST = 64;

    private static final int BYTES = 32;

    private final Clock clock;
    private final RandomGenerator random;
    private final Map<String, Long> ends = new LinkedHashMap<>();

    /** @param random one that nobody can guess */
    HttpTickets(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    String issue() {
        if (ends.size() >= MOST) {
            ends.remove(ends.keySet().iterator().next());
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String ticket = HexFormat.of().formatHex(bytes);
        ends.put(ticket, clock.nanos() + HOLDS.toNanos());
        return ticket;
    }

    /** Whether it lets its bearer in; never again. */
    boolean use(String ticket) {
        Long end = ends.remove(ticket);
        return end != null && clock.nanos() < end;
    }
}
