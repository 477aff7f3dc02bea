package dev.perch.tools;

import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.runtime.ProblemException;
import dev.perch.source.DemoSession;
import dev.perch.source.SnapshotTimeline;
import dev.perch.source.SourceSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the pet is told, known beforehand. */
final class TimelineOptions {
    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = {
                "What the pet is told: demo, replay:FILE (a recording), file:FILE or stdin (states as JSON, all at the"
                        + " start) (default: demo)."
            })
    private @Nullable String source;

    @Option(names = "--state", paramLabel = "STATE", description = "Instead of a source: one state from the start.")
    private @Nullable String state;

    @Option(names = "--title", paramLabel = "TEXT", description = "With --state: the title of the bubble.")
    private @Nullable String title;

    @Option(names = "--body", paramLabel = "TEXT", description = "With --state: the text of the bubble.")
    private @Nullable String body;

    /** Reads it all. A bad line is bad input here, since nothing else will come. */
    SnapshotTimeline read() throws ProblemException, IOException {
        if (state != null) {
            return oneState(state);
        }
        SourceSpec spec = SourceWords.parse(source == null ? DemoSession.ID : source);
        SnapshotTimeline.Reading reading = read(spec);
        if (!reading.problems().isEmpty()) {
            throw new ProblemException(reading.problems().get(0));
        }
        if (reading.timeline().entries().isEmpty()) {
            throw new ProblemException(
                    Problem.error("--source " + spec, "holds no snapshot", "record one with perch record"));
        }
        return reading.timeline();
    }

    private static SnapshotTimeline.Reading read(SourceSpec spec) throws ProblemException, IOException {
        try {
            return readChecked(spec);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(String.valueOf(bad.getMessage()));
        }
    }

    private static SnapshotTimeline.Reading readChecked(SourceSpec spec) throws ProblemException, IOException {
        return switch (spec.kind()) {
            case "demo" -> {
                spec.checkBare();
                yield DemoSession.read();
            }
            case "replay" -> SnapshotTimeline.readRecording(spec.path());
            case "file" -> SnapshotTimeline.readStates(spec.path());
            case "stdin" -> {
                spec.checkBare();
                yield SnapshotTimeline.readStates(System.in, "stdin");
            }
            default ->
                throw new ProblemException(Problem.error(
                        "--source " + spec.kind(),
                        "is no source that can be rendered",
                        "use demo, replay:FILE, file:FILE or stdin"));
        };
    }

    private SnapshotTimeline oneState(String word) throws ProblemException {
        if (!PetAnimationState.isWord(word)) {
            throw new ProblemException(Problem.error(
                    "--state " + word, "is not a state", "use a word such as running, waiting, failed or review"));
        }
        RuntimeSnapshot snapshot =
                new RuntimeSnapshot(new PetAnimationState(word), title == null ? "" : title, body, Map.of());
        SourceId options = new SourceId("options");
        return new SnapshotTimeline(List.of(new SnapshotTimeline.Entry(0, options, SessionId.MAIN, snapshot)));
    }
}
