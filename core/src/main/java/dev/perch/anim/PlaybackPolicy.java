package dev.perch.anim;

/**
 * How a state is played, as the user set it.
 *
 * @param settle what follows the reaction
 * @param passes how often a row plays before it settles
 * @param idleSlowdown by how much idle is slower than authored, at least 1
 */
public record PlaybackPolicy(Settle settle, int passes, int idleSlowdown) {
    /** What follows the passes of a state's row. */
    public enum Settle {
        /** Slow idle, although the state lasts: what Codex does. */
        CODEX,
        /** The row again, for as long as the state lasts (openai/codex #23272). */
        WHILE_ACTIVE
    }

    /** Codex's own rule: three passes, then idle at a sixth of its speed. */
    public static final PlaybackPolicy DEFAULT = new PlaybackPolicy(Settle.CODEX, 3, 6);

    /** @throws IllegalArgumentException when a number is below 1 */
    public PlaybackPolicy {
        if (passes < 1 || idleSlowdown < 1) {
            throw new IllegalArgumentException(passes + " passes, idle slower by " + idleSlowdown);
        }
    }
}
