package dev.perch.control;

import dev.perch.model.Problem;

/** Why the companion cannot be reached, or cannot be made reachable. */
public class ControlFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ControlFault(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    ControlFault(Problem problem, Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    /** The fault in words for the user. */
    public Problem problem() {
        return problem;
    }
}
