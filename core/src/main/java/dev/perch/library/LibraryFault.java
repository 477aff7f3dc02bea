package dev.perch.library;

import dev.perch.model.Problem;

/** Why a pet could not be taken in, taken away or chosen. */
public final class LibraryFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** A fault in words for the user. */
    public LibraryFault(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** The fault in words for the user. */
    public Problem problem() {
        return problem;
    }
}
