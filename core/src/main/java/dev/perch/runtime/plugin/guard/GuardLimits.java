package dev.perch.runtime.plugin.guard;

import java.time.Duration;

/**
 * The numbers of the guard.
 *
 * @param call for how long a call may run that somebody waits for: a setup, a list, an import
 * @param answer for how long a call may run whose answer the next picture could use
 * @param pause between two questions about what is told: ten a second
 * @param faults with so many a plugin is off
 */
public record GuardLimits(Duration call, Duration answer, Duration pause, int faults) {
    /** Ten seconds, one second, a tenth of a second, three. */
    public static final GuardLimits STANDARD =
            new GuardLimits(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMillis(100), 3);
}
