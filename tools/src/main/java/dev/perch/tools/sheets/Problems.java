package dev.perch.tools.sheets;

import dev.perch.model.Problem;
import dev.perch.pack.Refusal;
import dev.perch.runtime.ProblemException;

/** One sentence for what ends a command. */
final class Problems {
    private Problems() {}

    static ProblemException bad(String where, String what, String remedy) {
        return new ProblemException(Problem.error(where, what, remedy));
    }

    static ProblemException of(Refusal refusal) {
        return new ProblemException(refusal.problem());
    }
}
