package dev.perch.model;

/**
 * How a state is played, as the user set it.
 *
 * @param settle what follows the reaction
 * @param passes how often a row plays before it settles
 * @param idleSlowdown by how much idle is slower than authored, 1 to {@value #MOST_SLOWDOWN}
 */
public record PlaybackPolicy(Settle settle, int passes, int idleSlowdown) {
    /** What follows the passes of a state's row. */
    public enum Settle {
        /** Slow idle, although the state lasts: what Codex does. */
        CODEX,
        /** The row again, for as long as the state lasts (openai/codex #23272). */
        WHILE_ACTIVE
    }

    /** A breath of a minute or more: slower than that nobody sees it move. */
    public static final int MOST_SLOWDOWN = 60;

    /** Codex's own rule: three passes, then idle at a sixth of its speed. */
    public static final PlaybackPolicy DEFAULT = new PlaybackPolicy(Settle.CODEX, 3, 6);

    /** @throws IllegalArgumentException when a number is out of its range */
    public PlaybackPolicy {
        if (passes < 1) {
            throw new IllegalArgumentException("a row plays at least once, not " + passes + " times");
        }
        if (idleSlowdown < 1 || idleSlowdown > MOST_SLOWDOWN) {
            throw new IllegalArgumentException(
                    "idle is slower by 1 to " + MOST_SLOWDOWN + " times, not by " + idleSlowdown);
        }
    }
}
