package dev.perch.bench.pack;

import dev.perch.bench.Report;
import dev.perch.bench.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that packs, and what it took. */
final class Packer {
    private final String name;
    private final List<String> command;
    private final @Nullable Outcome outcome;
    private final @Nullable Path out;
    private final Sample seconds = new Sample();
    private final Sample cpu = new Sample();
    private final Sample peak = new Sample();

    /** @param out what is deleted before each run; null: it finds what the one before it made */
    Packer(String name, List<String> command, @Nullable Outcome outcome, @Nullable Path out) {
        this.name = name;
        this.command = command;
        this.outcome = outcome;
        this.out = out;
    }

    /** What it made. */
    @FunctionalInterface
    interface Outcome {
        Atlas read() throws IOException;
    }

    void run() throws IOException, InterruptedException {
        if (out != null && Files.exists(out)) {
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Run run = Run.of(command);
        seconds.add(run.seconds());
        cpu.add(run.cpuSeconds());
        peak.add(run.peakMb());
    }

    void row(Report report) throws IOException {
        Atlas made = outcome == null ? null : outcome.read();
        report.row(
                name,
                seconds.text(2),
                cpu.text(2),
                peak.text(0),
                made == null ? "" : PackBench.number(made.megapixels()),
                made == null ? "" : Integer.toString(made.whole()));
    }
}
