package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.Companion;
import dev.perch.runtime.Desktop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The desktop of these tests: there is none, as on a machine with no display. */
public final class NoDesktop implements Desktop {
    @Override
    public Optional<Problem> obstacle(Map<String, String> environment) {
        return Optional.of(Problem.warning("desktop", "there is no display here", "run Perch in a desktop session"));
    }

    @Override
    public void prepare() {
        throw new AssertionError("a window is prepared where there is no display");
    }

    @Override
    public List<String> facts(Map<String, String> environment) {
        return List.of("there is no display here");
    }

    @Override
    public int show(Companion companion) {
        throw new AssertionError("a window is opened where there is no display");
    }

    @Override
    public int rehearse(Companion companion) {
        return show(companion);
    }
}
