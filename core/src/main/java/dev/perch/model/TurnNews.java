package dev.perch.model;

/** What is heard of threads by one who has Codex do things. */
public sealed interface TurnNews {
    /**
     * A message of that name is in the transcript of a turn.
     *
     * @param began whether the turn began with it; false: it was said into a turn that ran
     */
    record Seen(String thread, String turn, String message, boolean began) implements TurnNews {}

    /**
     * A turn ended.
     *
     * @param word {@code completed}, {@code interrupted} or {@code failed}
     * @param error empty: none
     */
    record Ended(String thread, String turn, String word, String error) implements TurnNews {}

    /** No turn runs in a thread. */
    record Rests(String thread) implements TurnNews {}

    /** There is a connection to Codex again, or none any more. */
    record Line(boolean open) implements TurnNews {}
}
