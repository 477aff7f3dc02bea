package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.Companion;
import dev.perch.runtime.Desktop;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desktop of these tests: there is none, as on a machine with no display; or a {@link BlindDesktop}, where that is wanted. */
public final class NoDesktop implements Desktop {
    /** The system property that wants the other one. */
    static final String BLIND = "perch.test.blind";

    @Override
    public Optional<Problem> obstacle(Map<String, String> environment) {
        return Boolean.getBoolean(BLIND)
                ? Optional.empty()
                : Optional.of(Problem.warning("desktop", "there is no display here", "run Perch in a desktop session"));
    }

    @Override
    public void prepare() {
        if (!Boolean.getBoolean(BLIND)) {
            throw new AssertionError("a window is prepared where there is no display");
        }
    }

    @Override
    public List<String> facts(Map<String, String> environment) {
        return List.of("there is no display here");
    }

    @Override
    public int show(Companion companion) throws ProblemException, IOException {
        if (Boolean.getBoolean(BLIND)) {
            return new BlindDesktop().show(companion);
        }
        throw new AssertionError("a window is opened where there is no display");
    }

    @Override
    public int rehearse(Companion companion) throws ProblemException, IOException {
        return show(companion);
    }
}
