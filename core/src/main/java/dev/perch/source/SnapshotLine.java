package dev.perch.source;

import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;

/** What one line or document was: a snapshot, or a problem. */
public sealed interface SnapshotLine {
    /** It was a snapshot within all limits. */
    record Good(RuntimeSnapshot snapshot) implements SnapshotLine {}

    /** It is refused. */
    record Bad(Problem problem) implements SnapshotLine {}
}
