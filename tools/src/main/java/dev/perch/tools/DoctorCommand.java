package dev.perch.tools;

import dev.perch.files.Folders;
import dev.perch.model.Problem;
import dev.perch.runtime.Desktop;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.cost.Cost;
import dev.perch.tools.cost.MeteredProcess;
import dev.perch.tools.cost.PerchProcess;
import dev.perch.tools.cost.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch doctor}: what Perch finds on this machine, and what it costs here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        header = {
            "Says what Perch finds on this machine, what is connected, what is stale, what cannot work, and what it costs.",
            ""
        },
        description = {"Changes nothing. With --cost it opens a companion of its own a few times and measures it.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is told, whatever it is", "1:something failed on this machine", "2:bad input"})
final class DoctorCommand implements Callable<Integer> {
    /** Until a companion has started up for good: fonts are open, and the JVM has compiled what is done again and again. */
    private static final int SETTLE_SECONDS = 10;

    @Option(
            names = "--cost",
            paramLabel = "SECONDS",
            description = "Measures a companion for so long in each of several situations (Linux).")
    private @Nullable Integer seconds;

    @Option(names = "--json", description = "One JSON object, for scripts: a list of words for each thing.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        Desktop desktop = ServiceLoader.load(Desktop.class).findFirst().orElse(null);
        Optional<Problem> obstacle = desktop == null
                ? Optional.of(Problem.error("desktop", "this build has no window", "run it from ./perch"))
                : desktop.obstacle(System.getenv());
        if (seconds == null) {
            Findings findings = Findings.of(bench, desktop, obstacle);
            if (json) {
                bench.say(findings.json());
            } else {
                findings.print();
            }
            return 0;
        }
        if (obstacle.isPresent()) {
            throw new ProblemException(obstacle.get());
        }
        if (seconds < 1) {
            throw new ProblemException(
                    Problem.error("--cost", "it is " + seconds, "give a number of seconds from 1 on"));
        }
        cost(bench, seconds);
        return 0;
    }

    private static void cost(Workbench bench, int seconds) throws IOException, InterruptedException {
        bench.say("Each for " + seconds + " s; draws and wake-ups are counts of the loop, CPU is of one core.");
        bench.say(Cost.HEAD);
        // In a folder of its own: the companion watches it, and others use the one for temporary files.
        Path folder = Files.createTempDirectory("perch-doctor");
        Path state = folder.resolve("state.json");
        try {
            for (Scenario scenario : Scenario.values()) {
                try (MeteredProcess companion = PerchProcess.start(scenario, state, true, Map.of())) {
                    companion.awaitFirstPicture();
                    companion.begin(scenario);
                    TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                    bench.say(companion
                            .measure(TimeUnit.SECONDS.toMillis(seconds))
                            .row(scenario.title()));
                }
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
