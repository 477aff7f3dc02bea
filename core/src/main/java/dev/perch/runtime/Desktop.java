package dev.perch.runtime;

import dev.perch.model.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * The port through which the command line opens a window without knowing the windowing library; found by {@link
 * java.util.ServiceLoader}.
 */
public interface Desktop {
    /** Why no window can be opened here, told from the environment alone; empty: one can. */
    Optional<Problem> obstacle(Map<String, String> environment);

    /**
     * Shows the companion until the user closes it. Called on the main thread, which it keeps.
     *
     * @throws ProblemException when the window cannot be opened or is lost
     */
    void show(Companion companion) throws ProblemException;
}
