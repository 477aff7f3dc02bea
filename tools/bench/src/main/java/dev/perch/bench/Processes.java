package dev.perch.bench;

import dev.perch.tools.cost.Cost;
import dev.perch.tools.cost.MeteredProcess;
import dev.perch.tools.cost.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whole processes: Perch and a bare LibGDX window by turns. */
final class Processes {
    private static final int SNAPSHOT_GAP_MILLIS = 137;

    private final Subjects subjects;
    private final Report report;
    private final int runs;
    private final int settleMillis;
    private final int windowMillis;

    Processes(Subjects subjects, Report report, int runs, int settleMillis, int windowMillis) {
        this.subjects = subjects;
        this.report = report;
        this.runs = runs;
        this.settleMillis = settleMillis;
        this.windowMillis = windowMillis;
    }

    /** Processor time, wake-ups, pictures, memory and the first picture, in each scenario and of the bare window. */
    void compare(List<Scenario> scenarios) throws InterruptedException {
        Measured bare = new Measured("bare window, 6 fps");
        List<Measured> perches = scenarios.stream()
                .map(scenario -> new Measured("Perch, " + scenario.title()))
                .toList();
        for (int run = 0; run < runs; run++) {
            measure(subjects::bare, Scenario.SLOW_IDLE, bare);
            for (int i = 0; i < scenarios.size(); i++) {
                Scenario scenario = scenarios.get(i);
                measure(() -> subjects.perch(scenario, true), scenario, perches.get(i));
            }
            report.progress("processes", run + 1, runs);
        }
        report.head(
                "Whole processes (" + runs + " alternated runs of " + windowMillis / 1000.0 + " s; median, quartiles)",
                "CPU % of a core",
                "vctx/s",
                "draws/s",
                "PSS MB",
                "first frame ms");
        bare.row(bare);
        perches.forEach(perch -> perch.row(bare));
    }

    /** A run that fails is said and does not count; the others do. */
    private void measure(Start start, Scenario scenario, Measured into) throws InterruptedException {
        try (MeteredProcess process = start.start()) {
            double first = process.awaitFirstPicture() / 1e6;
            process.begin(scenario);
            TimeUnit.MILLISECONDS.sleep(settleMillis);
            Cost cost = process.measure(windowMillis);
            into.first.add(first);
            into.cpu.add(cost.cpuPercent());
            into.switches.add(cost.switches());
            into.draws.add(cost.draws() / cost.seconds());
            into.pss.add(cost.pssMb());
        } catch (IOException e) {
            report.line(into.name + ": a run failed: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Start {
        MeteredProcess start() throws IOException;
    }

    /**
     * The first picture, with an archive and with none.
     *
     * @param how of the machine: the end of the headline
     */
    void cold(String how) throws IOException, InterruptedException {
        Sample bare = new Sample();
        Sample perch = new Sample();
        Sample archived = new Sample();
        for (int run = 0; run < runs; run++) {
            try (MeteredProcess process = subjects.bare()) {
                bare.add(process.awaitFirstPicture() / 1e6);
            }
            try (MeteredProcess process = subjects.perch(Scenario.SLOW_IDLE, false)) {
                perch.add(process.awaitFirstPicture() / 1e6);
            }
            try (MeteredProcess process = subjects.perch(Scenario.SLOW_IDLE, true)) {
                archived.add(process.awaitFirstPicture() / 1e6);
            }
            report.progress("first picture", run + 1, runs);
        }
        report.head(
                "First picture, from the start of the process (" + runs + " alternated runs)" + how, "ms", "ratio");
        report.row("bare window, no archive", bare.text(0), "1");
        report.row("Perch, no archive", perch.text(0), ratio(perch, bare));
        report.row("Perch, start-up archive", archived.text(0), ratio(archived, bare));
    }

    /** From a state written to the watched file to the picture drawn. */
    void latency(int snapshots) throws IOException, InterruptedException {
        Sample millis = new Sample();
        try (MeteredProcess process = subjects.perch(Scenario.STATIC_POSE, true)) {
            process.awaitFirstPicture();
            TimeUnit.MILLISECONDS.sleep(settleMillis);
            for (int i = 0; i < snapshots; i++) {
                millis.add(latency(process, subjects.state(), i));
            }
        }
        report.head(
                "From a state in a watched file to its picture (" + snapshots + " times)", "p50 ms", "p99 ms", "most");
        report.row("Perch", latencies(millis));
    }

    /** The columns of a table of latencies. */
    static String[] latencies(Sample millis) {
        return new String[] {number(millis.median(), 1), number(millis.quantile(0.99), 1), number(millis.quantile(1), 1)
        };
    }

    /** Writes the next state, a while after the one before; its picture's milliseconds. */
    static double latency(MeteredProcess process, Path file, int i) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SNAPSHOT_GAP_MILLIS);
        Path part = file.resolveSibling("state.part");
        String state = i % 2 == 0 ? "waiting" : "review";
        Files.writeString(part, "{\"state\":\"" + state + "\",\"title\":\"number " + i + "\"}");
        long written = System.nanoTime();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return (process.awaitPictureAfter(written).lastPictureNanos() - written) / 1e6;
    }

    static String ratio(Sample sample, Sample to) {
        return number(sample.median() / to.median(), 2);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private final class Measured {
        private final String name;
        private final Sample cpu = new Sample();
        private final Sample switches = new Sample();
        private final Sample draws = new Sample();
        private final Sample pss = new Sample();
        private final Sample first = new Sample();

        private Measured(String name) {
            this.name = name;
        }

        private void row(Measured to) {
            report.row(
                    name,
                    beside(cpu, to.cpu, 2),
                    beside(switches, to.switches, 0),
                    beside(draws, to.draws, 1),
                    beside(pss, to.pss, 1),
                    beside(first, to.first, 0));
        }

        private String beside(Sample sample, Sample to, int digits) {
            return sample == to ? sample.text(digits) : sample.text(digits) + " = " + ratio(sample, to) + "x";
        }
    }
}
