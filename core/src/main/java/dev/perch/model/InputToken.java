package dev.perch.model;

/**
 * The mark of one real input event of the user. It is worth something once, and for a short time: the ledger that made it
 * ({@code dev.perch.action.InputTokens}) knows.
 *
 * @param serial counts the events of a run
 * @param nanos when the event happened, by the runtime's clock
 */
public record InputToken(long serial, long nanos) {
    /** Of no event: worth nothing. */
    public static final InputToken NONE = new InputToken(-1, 0);
}
