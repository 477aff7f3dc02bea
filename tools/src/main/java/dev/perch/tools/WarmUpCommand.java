package dev.perch.tools;

import dev.perch.ecs.Stage;
import dev.perch.runtime.HeadlessPet;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.source.DemoSession;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Walks through what a start does, so that the launcher can archive the classes it loads. */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final long MILLIS = 30_000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        RuntimeConfig config = RuntimeConfig.DEFAULT;
        try (HeadlessPet pet = new HeadlessPet(
                config,
                Stage.of(config.petWidth(), 1),
                bench.open(null, config.petWidth()),
                bench.fonts(),
                DemoSession.read().timeline())) {
            pet.advanceTo(MILLIS);
            pet.picture();
        }
        return 0;
    }
}
