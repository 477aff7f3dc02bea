package dev.perch.bridge;

/**
 * The last turn of a thread that was heard of.
 *
 * @param id names it; empty when none was heard of
 * @param phase how far it is
 * @param error what went wrong, or goes wrong and is tried again; empty when nothing
 * @param retrying whether Codex tries again by itself
 * @param startedMs since when, milliseconds since 1970; 0 when unknown
 */
record TurnState(String id, Phase phase, String error, boolean retrying, long startedMs) {
    /** How far a turn is. */
    enum Phase {
        NONE,
        RUNNING,
        COMPLETED,
        INTERRUPTED,
        FAILED
    }

    static final TurnState NONE = new TurnState("", Phase.NONE, "", false, 0);

    /** A turn that runs, of which nothing else was heard. */
    static final TurnState UNNAMED = new TurnState("", Phase.RUNNING, "", false, 0);

    private static final long MILLIS_PER_SECOND = 1_000;

    /** The {@code Turn} of the protocol. */
    static TurnState of(Fields turn) {
        Phase phase = switch (turn.text("status")) {
            case "completed" -> Phase.COMPLETED;
            case "interrupted" -> Phase.INTERRUPTED;
            case "failed" -> Phase.FAILED;
            default -> Phase.RUNNING;
        };
        String error = turn.object("error").text("message");
        return new TurnState(turn.text("id"), phase, error, false, turn.whole("startedAt", 0) * MILLIS_PER_SECOND);
    }

    boolean running() {
        return phase == Phase.RUNNING;
    }

    TurnState failing(String message, boolean willRetry) {
        return new TurnState(id, phase, message, willRetry, startedMs);
    }

    /** The turn once something went on again. */
    TurnState going() {
        return retrying ? new TurnState(id, phase, "", false, startedMs) : this;
    }

    /** The turn, cut off by something else than its own end. */
    TurnState cut() {
        return new TurnState(id, Phase.INTERRUPTED, "", false, startedMs);
    }
}
