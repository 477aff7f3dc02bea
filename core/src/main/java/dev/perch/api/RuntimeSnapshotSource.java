package dev.perch.api;

/** Somewhere that the state of the user's agents comes from. */
public interface RuntimeSnapshotSource {
    /** The id of the factory that made it, such as {@code file}; a plugin's source that says otherwise is refused. */
    String id();

    /** What the user reads. */
    String displayName();

    /**
     * Reads and emits until the input ends or the thread is interrupted. Called once, on a thread of the source's own,
     * which may block. What it throws ends the source and counts as a fault of its plugin; once that is off, its sources are
     * stopped.
     *
     * @throws InterruptedException when the host stops the source
     */
    void start(RuntimeSnapshotEmitter emit) throws InterruptedException;

    /** Frees what {@link #start} holds, from another thread; the host interrupts the source's thread besides. */
    default void stop() {}
}
