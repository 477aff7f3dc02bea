package dev.perch.model;

/** What became of a {@link TurnCall}: exactly one answer to each. */
public sealed interface TurnAnswer {
    /**
     * Codex took it.
     *
     * @param thread the thread, a new one's too
     * @param turn empty: no turn is known yet
     */
    record Taken(String thread, String turn) implements TurnAnswer {}

    /** It stands in the transcript: what {@link TurnCall.Look} asks. */
    record Found(TurnNews.Seen seen) implements TurnAnswer {}

    /**
     * Nothing was sent, since a turn runs.
     *
     * @param turn empty: its name is not known
     */
    record Busy(String turn) implements TurnAnswer {}

    /** Codex refused it: it did nothing. */
    record Refused(String why) implements TurnAnswer {}

    /** Codex refused it since another turn runs than the one that was meant, or none. */
    record Mismatch(String why) implements TurnAnswer {}

    /** It never left Perch. */
    record NotSent(String why) implements TurnAnswer {}

    /** It left, and the connection ended before an answer came: it may have been done or not. */
    record Unsure(String why) implements TurnAnswer {}
}
