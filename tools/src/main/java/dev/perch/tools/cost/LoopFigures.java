package dev.perch.tools.cost;

import dev.perch.runtime.LoopMeter;
import java.util.Arrays;

/**
 * What a loop has done so far, as one line of text between processes.
 *
 * @param wakeUps how often it came out of a wait
 * @param steps how often it stepped
 * @param draws how many pictures it drew and swapped
 * @param looks how often it looked where the pointer is
 * @param bytes what its thread has allocated; -1: unknown
 * @param firstPictureNanos when the first picture was drawn, by {@code System.nanoTime}; 0: none yet
 * @param lastPictureNanos when the last one was
 */
public record LoopFigures(
        long wakeUps, long steps, long draws, long looks, long bytes, long firstPictureNanos, long lastPictureNanos) {
    /** What a line with figures begins with. */
    public static final String MARK = "loop ";

    private static final int NUMBERS = 7;

    /**
     * As they are now.
     *
     * @param bytes whether bytes are to be counted, which loads the JVM's management classes: a start and its memory are
     *     measured without
     */
    public static LoopFigures of(LoopMeter loop, boolean bytes) {
        return new LoopFigures(
                loop.wakeUps(),
                loop.steps(),
                loop.draws(),
                loop.looks(),
                bytes ? loop.allocatedBytes().orElse(-1) : -1,
                loop.firstPictureNanos(),
                loop.lastPictureNanos());
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none of {@link #line}
     */
    public static LoopFigures parse(String line) {
        long[] n = line.startsWith(MARK)
                ? Arrays.stream(line.substring(MARK.length()).split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray()
                : new long[0];
        if (n.length != NUMBERS) {
            throw new IllegalArgumentException("no figures: " + line);
        }
        return new LoopFigures(n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
    }

    /** The line. */
    public String line() {
        return MARK + wakeUps + " " + steps + " " + draws + " " + looks + " " + bytes + " " + firstPictureNanos + " "
                + lastPictureNanos;
    }
}
