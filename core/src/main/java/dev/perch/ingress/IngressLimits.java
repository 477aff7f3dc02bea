package dev.perch.ingress;

import dev.perch.client.Guest;
import java.time.Duration;
import java.util.Map;

/**
 * What clients may cost.
 *
 * @param snapshotBurst snapshots at once that are shown as they come; more are taken, too, and said to be throttled
 * @param turnBurst messages at once
 * @param shake how long a caller may take to show who it is
 * @param idle how long a client may say nothing
 * @param pairing how long the user has to let a program in
 */
public record IngressLimits(
        int snapshotsPerMinute,
        int snapshotBurst,
        int turnsPerMinute,
        int turnBurst,
        int interruptsPerMinute,
        Duration shake,
        Duration idle,
        Duration pairing) {
    /** Those of a companion; docs/ingress.md names them. */
    public static final IngressLimits STANDARD = new IngressLimits(
            3_000, 200, 6, 3, 30, Duration.ofSeconds(2), Duration.ofMinutes(2), Duration.ofMinutes(2));

    /** A frame, with its line feed. */
    static final int FRAME_BYTES = 256 * 1024;

    static final Map<String, Integer> TOLD = Map.of("frameBytes", FRAME_BYTES, "textBytes", Guest.TEXT_BYTES);

    static final int SNAPSHOT_BYTES = 16 * 1024;
    static final int TURN_TEXT_BYTES = Guest.TEXT_BYTES;
    static final int CALLERS = 32;
}
