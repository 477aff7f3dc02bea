package dev.perch.runtime;

import dev.perch.model.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port through which the command line opens a window without knowing the windowing library; found by {@link
 * java.util.ServiceLoader}.
 */
public interface Desktop {
    /** Why no window can be opened here, told from the environment alone; empty: one can. */
    Optional<Problem> obstacle(Map<String, String> environment);

    /** A window will be opened soon: loads what can be loaded before, on a thread of its own. Where there is no obstacle. */
    void prepare();

    /**
     * What there is to know of the display, one finding a line. Asks the display itself; on the main thread, and not while a
     * companion is shown.
     */
    List<String> facts(Map<String, String> environment);

    /**
     * Shows the companion until the user closes it. Called on the main thread, which it keeps.
     *
     * @return the exit code: 0 when the user closed it; the companion was told of anything else
     * @throws ProblemException when the pet cannot be shown
     * @throws IOException when its files cannot be read
     */
    int show(Companion companion) throws ProblemException, IOException;

    /**
     * Goes the way of {@link #show} with a window that nobody sees, for some pictures: the launcher archives what that loads.
     *
     * @return the exit code, as of {@link #show}
     * @throws ProblemException when the pet cannot be shown
     * @throws IOException when its files cannot be read
     */
    int rehearse(Companion companion) throws ProblemException, IOException;
}
