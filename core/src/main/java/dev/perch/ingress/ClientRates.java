package dev.perch.ingress;

import dev.perch.api.Clock;

/** What one client may do in a time, over all of its connections. */
final class ClientRates {
    final TokenBucket snapshots;
    final TokenBucket turns;
    final TokenBucket interrupts;

    ClientRates(Clock clock, IngressLimits limits) {
        snapshots = new TokenBucket(clock, limits.snapshotBurst(), limits.snapshotsPerMinute());
        turns = new TokenBucket(clock, limits.turnBurst(), limits.turnsPerMinute());
        interrupts = new TokenBucket(clock, limits.interruptsPerMinute(), limits.interruptsPerMinute());
    }
}
