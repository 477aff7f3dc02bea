package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.Problem;
import java.util.Arrays;
import java.util.stream.Stream;

/** Ends the reading of a stranger's bytes with the one problem that stops it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final Stage stage;

    /** How far the reading of a package had come. */
    public enum Stage {
        /** The folder or zip as such. */
        PACKAGE,
        /** The manifest, or what stands for it. */
        MANIFEST,
        /** The sheet's file is not there. */
        SHEET_MISSING,
        /** The sheet as a picture. */
        PICTURE,
        /** The size of the picture. */
        GRID,
        /** Idle has no ink. */
        IDLE
    }

    /** A refusal in the three clauses of {@link Problem#error}. */
    public Refusal(String where, String what, String remedy) {
        this(Stage.PACKAGE, Problem.error(where, what, remedy));
    }

    Refusal(Stage stage, Problem problem) {
        super(problem.what());
        this.stage = stage;
        this.problem = problem;
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

    /** That, and why adapters that were asked after the first one did not read it either. */
    Stream<Problem> all() {
        return Stream.concat(
                Stream.of(problem),
                Arrays.stream(getSuppressed())
                        .flatMap(next -> next instanceof Refusal refusal ? refusal.all() : Stream.of()));
    }

    /** Where it was stopped, as far as {@link PackageSheets} tells. */
    public Stage stage() {
        return stage;
    }
}
