package dev.perch.pack;

import dev.perch.model.Problem;

/** Ends the reading of a stranger's bytes with the one problem that stops it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** A refusal in the three clauses of {@link Problem#error}. */
    public Refusal(String where, String what, String remedy) {
        super(what);
        this.problem = Problem.error(where, what, remedy);
    }

    /** What stops it. */
    public Problem problem() {
        return problem;
    }
}
