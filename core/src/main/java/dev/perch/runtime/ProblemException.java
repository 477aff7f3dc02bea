package dev.perch.runtime;

import dev.perch.model.Problem;

/** Something that the user asked for cannot be done, for a reason that the user can read. */
public final class ProblemException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** @param problem the reason */
    public ProblemException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** The reason. */
    public Problem problem() {
        return problem;
    }
}
