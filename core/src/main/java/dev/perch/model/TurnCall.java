package dev.perch.model;

/**
 * What another program may have Codex do with a thread: nothing else can be asked, and nothing of it carries settings. Texts
 * are as the agent is to read them.
 */
public sealed interface TurnCall {
    /** The thread that it is about; empty: one that is to begin. */
    String thread();

    /**
     * Begins a turn, if none runs.
     *
     * @param message names it in the transcript
     * @param sender who says it
     */
    record Start(String thread, String text, String message, String sender) implements TurnCall {}

    /**
     * Says something into the turn that runs.
     *
     * @param turn the only one that is meant
     */
    record Steer(String thread, String turn, String text, String message, String sender) implements TurnCall {}

    /**
     * Ends a turn.
     *
     * @param turn empty: the one that runs
     */
    record Interrupt(String thread, String turn) implements TurnCall {}

    /** Leaves a message in Codex's own queue, which begins a turn once the thread rests. */
    record Queue(String thread, String text, String message) implements TurnCall {}

    /** Begins a thread in that folder. */
    record Begin(String folder) implements TurnCall {
        @Override
        public String thread() {
            return "";
        }
    }

    /** Loads a thread, as it is. */
    record Resume(String thread) implements TurnCall {}

    /** Begins a thread with the history of another. */
    record Fork(String thread) implements TurnCall {}

    /** Asks whether a message is in the transcript; how its turn ended follows as {@link TurnNews.Ended}. */
    record Look(String thread, String message) implements TurnCall {}
}
