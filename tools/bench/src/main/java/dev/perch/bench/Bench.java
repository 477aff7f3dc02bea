package dev.perch.bench;

import dev.perch.bench.pack.PackBench;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.cost.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code perch bench}. */
@Command(
        name = "perch bench",
        mixinStandardHelpOptions = true,
        header = {"Measures Perch beside something else on the same machine, and prints the ratios.", ""},
        description = {
            "Hot paths: frame, step, inbox, hit, raster, seal. Whole processes beside a bare LibGDX window, on $DISPLAY or"
                    + " an Xvfb of its own: process, start (as the machine is, and with its processors kept awake), latency,"
                    + " library (40 pets on disk beside one), pets (1, 5 and 20 on show). hook: what an agent waits for the"
                    + " hook program. pack: atlases beside other packers; those of npm are fetched into --cache. With no NAME:"
                    + " all but pack.",
            ""
        })
public final class Bench implements Callable<Integer> {
    private static final Map<String, Class<?>> HOT = hot();
    private static final List<String> WHOLE = List.of("process", "start", "latency", "library", "pets");
    private static final String PACK = "pack";
    private static final String HOOK = "hook";
    private static final int EVENTS = 1_000;
    private static final int RUNS = 15;
    private static final int SNAPSHOTS = 200;
    private static final int PETS = 40;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "What to measure.")
    private List<String> names = List.of();

    @Option(names = "--quick", description = "One short run of each: shows that it works, not what it costs.")
    private boolean quick;

    @Option(names = "--runs", paramLabel = "N", description = "Alternated runs of processes (default: 15).")
    private int runs = RUNS;

    @Option(names = "--seconds", paramLabel = "S", description = "How long a process is measured (default: 5).")
    private int seconds = 5;

    @Option(names = "--out", paramLabel = "FILE", description = "Keeps the tables, as Markdown.")
    private @Nullable Path out;

    @Option(names = "--pets", paramLabel = "DIR", description = "Of pack: packs the pictures of these pets too.")
    private @Nullable Path pets;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Of pack: where packers from npm are kept (default: ${DEFAULT-VALUE}).")
    private Path cache = Path.of(System.getProperty("java.io.tmpdir"), "perch-bench-npm");

    private final Report report = new Report(System.out);

    /** Runs it and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (String name : names) {
            if (!HOT.containsKey(name) && !WHOLE.contains(name) && !List.of(HOOK, PACK).contains(name)) {
                throw new ProblemException("bench: there is no " + name + "; see perch bench --help.");
            }
        }
        Path folder = Files.createTempDirectory("perch-bench");
        try {
            whole(folder);
            if (names.contains(PACK)) {
                new PackBench(Files.createDirectory(folder.resolve(PACK)), cache, report, quick ? 1 : runs).run(pets);
            }
            if (wanted(HOOK)) {
                new HookBench(Files.createDirectory(folder.resolve(HOOK)), report, quick ? 20 : EVENTS).run();
            }
            hot(folder);
        } finally {
            delete(folder);
        }
        if (out != null) {
            report.write(out, Machine.heading(runs, seconds));
        }
        return 0;
    }

    private void hot(Path folder) throws Exception {
        List<Class<?>> chosen = HOT.entrySet().stream()
                .filter(bench -> wanted(bench.getKey()))
                .<Class<?>>map(Map.Entry::getValue)
                .toList();
        if (!chosen.isEmpty()) {
            new HotPaths(report, quick, folder.resolve("store")).run(chosen);
        }
    }

    private void whole(Path folder) throws IOException, InterruptedException {
        if (WHOLE.stream().noneMatch(this::wanted)) {
            return;
        }
        try (TestDisplay display = TestDisplay.open()) {
            Processes processes = new Processes(
                    new Subjects(display, folder),
                    report,
                    quick ? 1 : runs,
                    quick ? 300 : 10_000,
                    quick ? 500 : seconds * 1000);
            if (wanted("process")) {
                processes.compare(List.of(Scenario.values()));
            }
            if (wanted("start")) {
                processes.cold("");
                try (AwakeProcessors awake = new AwakeProcessors()) {
                    processes.cold(", processors kept awake");
                }
            }
            if (wanted("latency")) {
                processes.latency(quick ? 5 : SNAPSHOTS);
            }
            if (wanted("library")) {
                new LibraryBench(display, folder, report, quick ? 1 : runs).run(quick ? 2 : PETS);
            }
            if (wanted("pets")) {
                new PetsBench(display, folder, report, quick ? 1 : runs, quick ? 500 : seconds * 1000).run();
            }
        }
    }

    private boolean wanted(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Map<String, Class<?>> hot() {
        Map<String, Class<?>> benches = new LinkedHashMap<>();
        benches.put("frame", FrameBench.class);
        benches.put("step", StepBench.class);
        benches.put("inbox", InboxBench.class);
        benches.put("hit", HitBench.class);
        benches.put("raster", RasterBench.class);
        benches.put("seal", SealBench.class);
        return benches;
    }
}
