package dev.perch.bridge;

/**
 * How a thread stands, in the server's words.
 *
 * @param kind the word
 * @param wantsApproval it waits until something is allowed
 * @param wantsAnswer it waits for an answer
 */
record ThreadStatus(Kind kind, boolean wantsApproval, boolean wantsAnswer) {
    /** The words, and one for any that came later. */
    enum Kind {
        NOT_LOADED,
        IDLE,
        SYSTEM_ERROR,
        ACTIVE,
        UNKNOWN
    }

    static final ThreadStatus UNKNOWN = new ThreadStatus(Kind.UNKNOWN, false, false);
    static final ThreadStatus IDLE = new ThreadStatus(Kind.IDLE, false, false);
    static final ThreadStatus ACTIVE = new ThreadStatus(Kind.ACTIVE, false, false);
    static final ThreadStatus SYSTEM_ERROR = new ThreadStatus(Kind.SYSTEM_ERROR, false, false);

    /** The {@code status} of these fields. */
    static ThreadStatus in(Fields fields) {
        Fields status = fields.object("status");
        return switch (status.text("type")) {
            case "notLoaded" -> new ThreadStatus(Kind.NOT_LOADED, false, false);
            case "idle" -> IDLE;
            case "systemError" -> SYSTEM_ERROR;
            case "active" ->
                new ThreadStatus(
                        Kind.ACTIVE,
                        status.texts("activeFlags").contains("waitingOnApproval"),
                        status.texts("activeFlags").contains("waitingOnUserInput"));
            default -> UNKNOWN;
        };
    }

    /** The flag says approval for a form, too; until the server takes it back it means what was asked. */
    ThreadStatus afterAn(Ask.Kind asked) {
        return wantsApproval && !asked.approval() ? new ThreadStatus(kind, false, true) : this;
    }

    boolean active() {
        return kind == Kind.ACTIVE;
    }

    boolean waits() {
        return wantsApproval || wantsAnswer;
    }
}
