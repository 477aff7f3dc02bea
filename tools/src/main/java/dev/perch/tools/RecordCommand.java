package dev.perch.tools;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.ProblemTelling;
import dev.perch.source.RecordingWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
                    + " perch run --source replay:FILE, or draw it with perch render --source replay:FILE. Lines that"
                    + " are no snapshots are told and left out; the exit code is then 2.",
            ""
        },
        footer = {"", "Example:", "  my-agent --events | perch record --source stdin today.jsonl"})
final class RecordCommand implements Callable<Integer> {
    private static final double MOST_SECONDS = 31_536_000;

    @Parameters(paramLabel = "FILE", description = "The recording to write.")
    private Path file = Path.of("recording.jsonl");

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            description = "What to record; may be given more than once; see perch run --help.")
    private List<String> sources = List.of();

    @Option(names = "--seconds", paramLabel = "N", description = "Ends after that time.")
    private @Nullable Double seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        Clock clock = bench.clock();
        long nanos = nanos();
        List<RuntimeSnapshotSource> wanted = SourceWords.sources(sources, Map.of("loop", false), bench.plugins());
        ProblemTelling telling = new ProblemTelling(bench::note);
        RecordingWriter writer = RecordingWriter.create(file, clock.nanos());
        try (writer;
                Recording recording = new Recording(clock, writer, telling)) {
            bench.onQuit(recording::end);
            recording.run(wanted, nanos);
        }
        writer.losses().forEach(bench::note);
        bench.say(writer.written() + " snapshots in " + file.toAbsolutePath());
        if (writer.problem() != null) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        return telling.refused() ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.OK;
    }

    private long nanos() throws ProblemException {
        if (seconds == null) {
            return Long.MAX_VALUE;
        }
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new ProblemException(
                    Problem.error("--seconds", "is " + seconds, "give a number above 0, a year at most"));
        }
        return Math.round(seconds * 1e9);
    }
}
