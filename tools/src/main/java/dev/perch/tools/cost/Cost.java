package dev.perch.tools.cost;

import java.util.Locale;

/**
 * What a program cost for a while.
 *
 * @param seconds for how long
 * @param cpuPercent of one core
 * @param switches voluntary context switches of all threads, a second
 * @param wakeUps of the loop
 * @param draws of the loop
 * @param bytes that the render thread allocated; negative: unknown
 * @param pssKib memory at its beginning, in KiB, before what counts bytes is loaded
 */
public record Cost(
        double seconds, double cpuPercent, double switches, long wakeUps, long draws, long bytes, long pssKib) {
    /** The head of the table that {@link #row} fills. */
    public static final String HEAD = String.format(
            Locale.ROOT,
            "%-28s %8s %8s %12s %8s %8s %8s",
            "",
            "draws",
            "wake-ups",
            "bytes/draw",
            "CPU %",
            "vctx/s",
            "PSS MB");

    private static final double KIB_PER_MB = 1000 * 1000 / 1024.0;

    static Cost between(
            LoopFigures loopBefore,
            ProcessFigures before,
            LoopFigures loop,
            ProcessFigures after,
            double seconds,
            long pssKib) {
        boolean bytesKnown = loopBefore.bytes() >= 0 && loop.bytes() >= 0;
        return new Cost(
                seconds,
                (after.cpuNanos() - before.cpuNanos()) / (seconds * 1e7),
                (after.switches() - before.switches()) / seconds,
                loop.wakeUps() - loopBefore.wakeUps(),
                loop.draws() - loopBefore.draws(),
                bytesKnown ? loop.bytes() - loopBefore.bytes() : -1,
                pssKib);
    }

    /** Memory in MB of a million bytes. */
    public double pssMb() {
        return pssKib / KIB_PER_MB;
    }

    /** One row of a table. */
    public String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-28s %8d %8d %12s %8.2f %8.1f %8.1f",
                name,
                draws,
                wakeUps,
                bytes < 0 ? "unknown" : draws == 0 ? bytes + " in all" : Long.toString(bytes / draws),
                cpuPercent,
                switches,
                pssMb());
    }
}
