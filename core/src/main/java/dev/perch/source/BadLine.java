package dev.perch.source;

import dev.perch.model.Problem;

/** Why a piece of input makes no snapshot; becomes a {@link Problem} once the place is known. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    BadLine(String what, String remedy) {
        super(what, null, false, false);
        this.what = what;
        this.remedy = remedy;
    }

    static BadLine tooLong() {
        int kib = SnapshotLimits.LOCAL.lineBytes() / 1024;
        return new BadLine("is longer than " + kib + " KiB", "shorten the title, the body or the metadata");
    }

    Problem at(String where) {
        return Problem.error(where, what, remedy);
    }
}
