package dev.perch.api;

import java.util.Map;

/** Makes sources of one kind from the user's options. */
public interface RuntimeSnapshotSourceFactory {
    /** The word before the colon in {@code --source file:PATH}. */
    String id();

    /** What the user reads. */
    String displayName();

    /**
     * Makes a source that has not started. Called on the plugin's worker, once for each source that the user asks for, before
     * there is a window; may read files, for ten seconds at most. Anything else that it throws counts as a fault.
     *
     * @param options by name; what follows the colon of {@code --source} is {@code target}
     * @throws IllegalArgumentException when an option is missing or wrong, with a message for the user
     */
    RuntimeSnapshotSource create(Map<String, Object> options);
}
