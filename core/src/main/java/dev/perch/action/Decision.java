package dev.perch.action;

import dev.perch.model.Problem;

/** What the gate says of a request. */
public sealed interface Decision {
    /**
     * It may happen.
     *
     * @param by why, for the audit: {@code free} or {@code grant}
     */
    record Allowed(Effect effect, String by) implements Decision {}

    /** The user is to be asked. */
    record Ask(Effect effect) implements Decision {}

    /**
     * It may not.
     *
     * @param quiet whether the user need not be told again
     */
    record Denied(Problem why, boolean quiet) implements Decision {}
}
