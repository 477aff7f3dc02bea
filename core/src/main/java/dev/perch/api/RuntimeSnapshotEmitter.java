package dev.perch.api;

import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;

/**
 * What a source calls when the state of a session changed. May be called from any thread, at any rate: the latest
 * snapshot of a session wins. After {@link RuntimeSnapshotSource#stop} it does nothing.
 */
public interface RuntimeSnapshotEmitter {
    /** Hands over the state of a session. Returns at once. */
    void emit(RuntimeSnapshot snapshot);

    /** Tells of input that made no snapshot. It is counted and shown; the source goes on. */
    void problem(Problem problem);
}
