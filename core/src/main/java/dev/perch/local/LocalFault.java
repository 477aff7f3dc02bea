package dev.perch.local;

import dev.perch.model.Problem;

/** Why the companion cannot be reached, or cannot be made reachable. */
public class LocalFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** @param problem in words for the user */
    public LocalFault(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** @param problem in words for the user */
    public LocalFault(Problem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    /** The fault in words for the user. */
    public Problem problem() {
        return problem;
    }
}
