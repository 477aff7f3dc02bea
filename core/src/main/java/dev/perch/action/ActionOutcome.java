package dev.perch.action;

import dev.perch.model.Problem;

/** What became of an effect. */
public sealed interface ActionOutcome {
    /**
     * It happened.
     *
     * @param says one short sentence for the bubble; empty: nothing need be said
     */
    record Done(String says) implements ActionOutcome {}

    /** It did not. */
    record Failed(Problem why) implements ActionOutcome {}
}
