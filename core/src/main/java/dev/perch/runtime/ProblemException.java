package dev.perch.runtime;

import dev.perch.model.Problem;

/** Something that the user asked for cannot be done; the message is one sentence for the user. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param problem the reason */
    public ProblemException(Problem problem) {
        this(problem.sentence());
    }

    /** @param sentence where, what and what to do */
    public ProblemException(String sentence) {
        super(sentence);
    }
}
