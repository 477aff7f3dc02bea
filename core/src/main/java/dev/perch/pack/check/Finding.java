package dev.perch.pack.check;

import dev.perch.model.Problem;

/**
 * A rule that a pet breaks.
 *
 * @param rule which
 * @param where file, field, row or cell
 * @param what is wrong there, in one clause
 * @param remedy what to do about it, in one clause
 */
public record Finding(Rule rule, String where, String what, String remedy) {
    /** A finding with the remedy of its rule. */
    static Finding of(Rule rule, String where, String what) {
        return new Finding(rule, where, what, rule.remedy());
    }

    /** A finding in the words of the import. */
    static Finding of(Rule rule, Problem problem) {
        return new Finding(rule, problem.where(), problem.what(), problem.remedy());
    }

    /** Where, what and what to do. */
    public String sentence() {
        return where + ": " + what + "; " + remedy + ".";
    }
}
