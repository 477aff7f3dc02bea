package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
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

    /** What an adapter refused, told as it told it. */
    static Refusal of(CompatiblePetPackageAdapter.Refused refused) {
        Problem problem = refused.problem();
        return new Refusal(problem.where(), problem.what(), problem.remedy());
    }

    /** The same, for an adapter to pass on. */
    public CompatiblePetPackageAdapter.Refused toAdapter() {
        return new CompatiblePetPackageAdapter.Refused(problem.where(), problem.what(), problem.remedy());
    }

    /** What stops it. */
    public Problem problem() {
        return problem;
    }
}
