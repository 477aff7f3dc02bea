package dev.perch.action;

/**
 * What the user once decided.
 *
 * @param key for what
 * @param ruling what was decided
 * @param scope for how long it is remembered
 * @param createdMillis wall clock
 * @param expiresMillis wall clock; it means nothing from then on
 */
public record Grant(GrantKey key, Ruling ruling, Scope scope, long createdMillis, long expiresMillis) {
    /** Ninety days: no grant is remembered longer. */
    public static final long LONGEST_MILLIS = 90L * 24 * 3_600_000;

    /** What was decided; the first that applies wins. */
    public enum Ruling {
        DENY,
        ASK,
        ALLOW
    }

    /** How long it is remembered. */
    public enum Scope {
        /** Until Perch ends. */
        SESSION,
        /** Until its date. */
        DATE
    }

    /** Whether it counts then: neither before it was made nor after its term. */
    boolean lives(long wallMillis) {
        return wallMillis >= createdMillis
                && wallMillis < expiresMillis
                && expiresMillis - createdMillis <= LONGEST_MILLIS;
    }
}
