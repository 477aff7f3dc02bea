package dev.perch.testkit;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.runtime.SystemClock;
import java.util.Map;

/** A kind of snapshot source with all that it reads, made anew for each test of {@link SourceContract}. */
public interface SourceRig extends AutoCloseable {
    /** The kind under test. */
    RuntimeSnapshotSourceFactory factory();

    /** Options with which the factory makes a source. */
    Map<String, Object> options();

    /** Options that it has to refuse. */
    Map<String, Object> badOptions();

    /** What snapshots are stamped by. */
    default Clock clock() {
        return new SystemClock();
    }

    /** Has a source that runs emit a snapshot; nothing for one that does so by itself. */
    default void speak() throws Exception {}

    @Override
    default void close() {}
}
