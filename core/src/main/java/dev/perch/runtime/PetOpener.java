package dev.perch.runtime;

import java.io.IOException;

/** Opens the companion's pet. */
@FunctionalInterface
public interface PetOpener {
    /**
     * Opens it, with cells of that width where it can have them. Blocks; not on the render thread.
     *
     * @throws ProblemException when it cannot be shown
     * @throws IOException when a file cannot be read or written
     */
    LoadedPet open(int cellWidth) throws ProblemException, IOException;

    /** Has {@code changed} called whenever opening it may give another pet than before. Called once at most. */
    default void onChange(Runnable changed) {}

    /** Has it tell of no more changes. */
    default void close() {}
}
