package dev.perch.model;

/**
 * Something wrong, in words for the user.
 *
 * @param severity whether the thing at hand can be used all the same
 * @param where the file, field, line or source
 * @param what what is wrong with it, in one clause
 * @param remedy what to do about it, in one clause
 */
public record Problem(Severity severity, String where, String what, String remedy) {
    /** How bad a problem is. */
    public enum Severity {
        /** Used all the same, with this limit. */
        WARNING,
        /** Refused. */
        ERROR
    }

    /** A problem that stops the thing at hand. */
    public static Problem error(String where, String what, String remedy) {
        return new Problem(Severity.ERROR, where, what, remedy);
    }

    /** A problem that the thing at hand survives. */
    public static Problem warning(String where, String what, String remedy) {
        return new Problem(Severity.WARNING, where, what, remedy);
    }

    /** The problem in one sentence: where, what, what to do. */
    public String sentence() {
        return where + ": " + what + "; " + remedy + ".";
    }

    @Override
    public String toString() {
        return sentence();
    }
}
