package dev.perch.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The hot paths by JMH; each class has methods to measure and one partner, whose name begins with {@code baseline}. */
final class HotPaths {
    private static final String PARTNER = "baseline";

    private final Report report;
    private final boolean quick;
    private final Path store;

    HotPaths(Report report, boolean quick, Path store) {
        this.report = report;
        this.quick = quick;
        this.store = store;
    }

    /** Measures the methods of those classes, on a JVM with the compiler and collector that Perch runs on. */
    void run(List<Class<?>> benches) throws RunnerException {
        report.head("Hot paths (JMH, average time)", "time", "partner", "ratio");
        for (Class<?> bench : benches) {
            rows(bench, measure(bench));
        }
    }

    private Collection<RunResult> measure(Class<?> bench) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\b" + bench.getSimpleName() + "\\b")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .verbosity(VerboseMode.SILENT)
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 1 : 3)
                .measurementIterations(quick ? 1 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 50 : 400))
                .measurementTime(TimeValue.milliseconds(quick ? 50 : 400))
                .jvmArgs(jvm());
        return new Runner(options.build()).run();
    }

    private String[] jvm() {
        Stream<String> quiet = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--"));
        Stream<String> own = Stream.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + Opened.STORE + "=" + store,
                "-Dperch.dist=" + System.getProperty("perch.dist"));
        return Stream.concat(own, quiet).toArray(String[]::new);
    }

    private void rows(Class<?> bench, Collection<RunResult> results) {
        for (RunResult result : results) {
            String method = method(result);
            if (!method.startsWith(PARTNER)) {
                RunResult partner = partner(results, result);
                String pets = result.getParams().getParam("pets");
                report.row(
                        bench.getSimpleName().replace("Bench", "") + ", " + method + (pets == null ? "" : " " + pets),
                        time(result),
                        method(partner).substring(PARTNER.length()) + " " + time(partner),
                        ratio(result, partner));
            }
        }
    }

    private static RunResult partner(Collection<RunResult> results, RunResult of) {
        List<RunResult> partners = new ArrayList<>(results);
        partners.removeIf(result -> !method(result).startsWith(PARTNER)
                || !String.valueOf(result.getParams().getParam("pets"))
                        .equals(String.valueOf(of.getParams().getParam("pets"))));
        return partners.get(0);
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String time(RunResult result) {
        double nanos = result.getPrimaryResult().getScore();
        double error = result.getPrimaryResult().getScoreError();
        boolean large = nanos >= 10_000;
        double unit = large ? 1000 : 1;
        String spread = Double.isNaN(error) ? "" : String.format(Locale.ROOT, " ± %.1f", error / unit);
        return String.format(Locale.ROOT, "%.1f%s %s", nanos / unit, spread, large ? "µs" : "ns");
    }

    private static String ratio(RunResult result, RunResult partner) {
        return String.format(
                Locale.ROOT,
                "%.2f",
                result.getPrimaryResult().getScore()
                        / partner.getPrimaryResult().getScore());
    }
}
