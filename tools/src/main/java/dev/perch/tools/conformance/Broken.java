package dev.perch.tools.conformance;

/** A rule that was not kept; the message says what came instead. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1;

    Broken(String what) {
        super(what);
    }
}
