package dev.perch.tools;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import dev.perch.model.SourceRank;
import dev.perch.runtime.Companion;
import dev.perch.runtime.Desktop;
import dev.perch.runtime.PlaceKeeper;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.RuntimeConfig;
import dev.perch.runtime.SystemClock;
import dev.perch.source.DemoSession;
import dev.perch.source.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the companion shows, and how: the options of {@code perch} and {@code perch run}. */
final class RunOptions {
    @Mixin
    private PetOption pet = new PetOption();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = {
                "Where the state of your agents comes from; may be given more than once: demo, file:FILE (one JSON object,"
                        + " or JSON lines that are appended; watched), stdin (JSON lines) or replay:FILE (a recording)"
                        + " (default: demo)."
            })
    private List<String> sources = List.of();

    @Option(names = "--record", paramLabel = "FILE", description = "Writes what arrives to a recording.")
    private @Nullable Path record;

    @Mixin
    private LookOptions look = new LookOptions();

    int run(Workbench bench) throws ProblemException, IOException {
        Desktop desktop = ServiceLoader.load(Desktop.class)
                .findFirst()
                .orElseThrow(() -> new ProblemException("perch: this build has no window; run it from ./perch."));
        Optional<Problem> obstacle = desktop.obstacle(System.getenv());
        if (obstacle.isPresent()) {
            bench.note(obstacle.get());
            return Film.ofDemo(bench, pet.word, look.config());
        }
        return show(desktop, bench, look.config());
    }

    private int show(Desktop desktop, Workbench bench, RuntimeConfig config) throws ProblemException, IOException {
        Clock clock = new SystemClock();
        List<RuntimeSnapshotSource> wanted =
                SourceWords.sources(sources.isEmpty() ? List.of(DemoSession.ID) : sources, Map.of(), clock);
        Companion.PetOpener opener = cellWidth -> bench.open(pet.word, cellWidth);
        try (Companion companion = new Companion(config, opener, clock, bench::note);
                RecordingWriter recorder = record == null ? null : RecordingWriter.create(record, clock.nanos())) {
            if (recorder != null) {
                companion.record(recorder);
            }
            companion.keepPlaces(new PlaceKeeper(bench.folders().state().resolve(PlaceKeeper.FILE), bench::note));
            wanted.forEach(source -> companion.start(rank(source), source));
            companion.openFonts(bench::fonts);
            return desktop.show(companion);
        }
    }

    static SourceRank rank(RuntimeSnapshotSource source) {
        return switch (source.id()) {
            case "demo" -> SourceRank.DEMO;
            case "replay" -> SourceRank.REPLAY;
            default -> SourceRank.CONFIGURED;
        };
    }
}
