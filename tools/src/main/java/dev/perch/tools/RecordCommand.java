package dev.perch.tools;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.SourceHost;
import dev.perch.runtime.SourceStatus;
import dev.perch.runtime.SystemClock;
import dev.perch.source.RecordingWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch record}: writes what sources say, with no pet. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        header = {"Writes what your agents do to a recording.", ""},
        description = {
            "Ends when all sources have ended, after --seconds, or with Ctrl-C. A recording is a text file; play it with"
                    + " perch run --source replay:FILE, or draw it with perch render --source replay:FILE.",
            ""
        },
        footer = {"", "Example:", "  my-agent --events | perch record --source stdin today.jsonl"})
final class RecordCommand implements Callable<Integer> {
    private static final long TICK_NANOS = 50_000_000;

    @Parameters(paramLabel = "FILE", description = "The recording to write.")
    private Path file = Path.of("recording.jsonl");

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            description = "What to record; may be given more than once: file:FILE, stdin, replay:FILE or demo.")
    private List<String> sources = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "Ends after that time.")
    private @Nullable Double seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        Clock clock = new SystemClock();
        long start = clock.nanos();
        long end = seconds == null ? Long.MAX_VALUE : start + (long) (seconds * 1e9);
        List<RuntimeSnapshotSource> wanted = SourceWords.sources(sources, Map.of("loop", false), clock);
        RecordingWriter writer = RecordingWriter.create(file, start);
        try (writer;
                SourceHost host = new SourceHost(clock, writer, () -> {})) {
            wanted.forEach(source -> host.start(RunOptions.rank(source), source));
            while (running(host) && clock.nanos() < end) {
                clock.awaitNanos(clock.nanos() + TICK_NANOS);
            }
            host.statuses().forEach(status -> status.lastProblems().forEach(bench::note));
        }
        Problem problem = writer.problem();
        if (problem != null) {
            throw new ProblemException(problem);
        }
        bench.say(writer.written() + " snapshots in " + file.toAbsolutePath());
        return 0;
    }

    private static boolean running(SourceHost host) {
        return host.statuses().stream().anyMatch(status -> status.phase() == SourceStatus.Phase.RUNNING);
    }
}
