package dev.perch.tools;

import dev.perch.activity.MarksJson;
import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.bridge.CodexSource;
import dev.perch.control.ControlCommand;
import dev.perch.files.KeptFile;
import dev.perch.model.Problem;
import dev.perch.pack.PackageLoader;
import dev.perch.place.PlaceJson;
import dev.perch.runtime.ChosenPet;
import dev.perch.runtime.ClientQuestions;
import dev.perch.runtime.Companion;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.CompanionControl;
import dev.perch.runtime.Desktop;
import dev.perch.runtime.HostQuestions;
import dev.perch.runtime.IngressDoor;
import dev.perch.runtime.LibraryImport;
import dev.perch.runtime.PetOpener;
import dev.perch.runtime.PetShelf;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.SystemClock;
import dev.perch.runtime.plugin.Capabilities;
import dev.perch.runtime.plugin.DefaultPlugin;
import dev.perch.settings.SettingsFile;
import dev.perch.settings.SettingsWatch;
import dev.perch.source.RecordingWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the companion shows, and how: the options of {@code perch} and {@code perch run}. */
final class RunOptions {
    /** The exit code when no display answers. */
    private static final int NO_DISPLAY = 3;

    @Mixin
    private PetOption pet = new PetOption();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = {
                "Where the state of your agents comes from; may be given more than once: codex (Codex itself), hooks (of"
                        + " other agents, see perch hooks), logs (guesses, see docs/hooks.md), demo, file:FILE (one JSON"
                        + " object, or JSON lines that are appended; watched), stdin (JSON lines), http:URL (asked every two seconds, or its stream of"
                        + " events), websocket:URL (each text message), replay:FILE (a recording), NAME:WORD of a plugin,"
                        + " or auto (default: codex where it has run and hooks where any are installed, else demo)."
            })
    private List<String> sources = List.of();

    @Option(names = "--record", paramLabel = "FILE", description = "Writes what arrives to a recording.")
    private @Nullable Path record;

    @Option(
            names = "--no-import",
            description = "Leaves your other pets alone, in place of importing them in the background.")
    private boolean noImport;

    @Option(
            names = "--meter",
            hidden = true,
            description = "Answers each line of standard input with what the loop has done.")
    private boolean meter;

    @Option(names = "--rehearse", hidden = true, description = "Shows nothing, and ends soon.")
    private boolean rehearse;

    @Mixin
    private LookOptions look = new LookOptions();

    @Mixin
    private PetsOptions pets = new PetsOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    int run(Workbench bench) throws ProblemException, IOException {
        Clock clock = bench.clock();
        Desktop desktop = ServiceLoader.load(Desktop.class)
                .findFirst()
                .orElseThrow(() -> new ProblemException("perch: this build has no window; run it from ./perch."));
        Optional<Problem> obstacle = desktop.obstacle(System.getenv());
        if (obstacle.isEmpty()) {
            desktop.prepare();
        }
        List<RuntimeSnapshotSource> wanted = SourceWords.sources(
                words(sources.isEmpty() ? List.of(SourceWords.AUTO) : sources, bench), Map.of(), bench.plugins());
        if (obstacle.isPresent()) {
            bench.note(obstacle.get());
            if (!sources.isEmpty() || record != null) {
                bench.note(Problem.error(
                        record == null ? "--source" : "--record",
                        "there is no window that could show it",
                        "draw it with perch render, or write it with perch record, which need none"));
                return NO_DISPLAY;
            }
            return Film.ofDemo(bench, PetWord.of(bench, pet, command).now(), look.config());
        }
        SettingsFile file = new SettingsFile(bench.folders().config());
        SettingsFile.Content settings = file.load();
        settings.problems().forEach(bench::note);
        return show(desktop, bench, new FollowedSettings(bench::note, file, settings), clock, wanted);
    }

    private int show(
            Desktop desktop, Workbench bench, FollowedSettings settings, Clock clock, List<RuntimeSnapshotSource> asked)
            throws ProblemException, IOException {
        List<RuntimeSnapshotSource> wanted = sources.isEmpty()
                ? SourceWords.sources(words(settings.sources(), bench), Map.of(), bench.plugins())
                : asked;
        try (OnlyOne here = OnlyOne.enter(bench, clock)) {
            return here.isAnother() ? 0 : show(desktop, bench, settings, clock, wanted, here);
        }
    }

    private int show(
            Desktop desktop,
            Workbench bench,
            FollowedSettings settings,
            Clock clock,
            List<RuntimeSnapshotSource> wanted,
            OnlyOne here)
            throws ProblemException, IOException {
        PetWord word = PetWord.of(bench, pet, command);
        PackageLoader loader = bench.loader();
        PetOpener opener = new ChosenPet(() -> bench.pets().find(word.now()), loader, clock, bench::note);
        Capabilities capabilities = Capabilities.of(bench.plugins());
        capabilities.problems().forEach(bench::note);
        PetShelf shelf = bench.shelf();
        try (Companion companion = new Companion(
                        settings.config(look, capabilities.sizes().petWidth()),
                        capabilities,
                        opener,
                        clock,
                        bench::note);
                LibraryImport others = new LibraryImport(
                        shelf,
                        clock,
                        (done, all) -> bench.progress("importing your pets: " + done + " of " + all),
                        bench::note);
                SettingsMenu menu = new SettingsMenu(
                        bench,
                        settings,
                        companion,
                        word::now,
                        shelf,
                        () -> ask(companion, ControlCommand.PETS_USE),
                        here::ingress);
                ProjectPets projects = new ProjectPets(
                        () -> settings.petFor(pets),
                        opener,
                        name -> new ChosenPet(() -> bench.pets().find(name), loader, clock, bench::note),
                        Path.of(System.getProperty("user.home")),
                        companion::changePets);
                SettingsWatch watch = settings.follow(companion)) {
            companion.castBy(projects::opener);
            companion.cast(pets.pets());
            CompanionActions actions = new CompanionActions(bench.folders(), SystemClock::wallMillis, bench::note);
            HostQuestions questions = new HostQuestions(clock::nanos);
            companion.act(actions);
            companion.ask(questions);
            companion.ask(bench.approvals());
            companion.offer(menu);
            bench.onQuit(companion::quit);
            bench.userPlugins().onAnswer(() -> companion.tell(step -> step.answered = true));
            if (record != null) {
                companion.record(RecordingWriter.create(record, clock.nanos()));
            }
            companion.keepPlaces(new KeptFile<>(bench.folders().state(), PlaceJson.FORM, bench::note));
            companion.keepMarks(new KeptFile<>(bench.folders().state(), MarksJson.FORM, bench::note));
            wanted.forEach(source -> companion.start(DefaultPlugin.rank(source.id()), source));
            companion.choosesFrom(shelf);
            if (!noImport && !rehearse) {
                companion.tell(step -> others.begin());
            }
            companion.openFonts(bench::fonts);
            ClientQuestions programs = new ClientQuestions(companion, questions);
            IngressDoor ingress = here.letWrite(companion, actions, programs, settings);
            here.open(() -> {
                here.serve(new CompanionControl(companion, ingress, Perch.Version.word()));
                here.showStatus(companion, actions, programs, settings);
            });
            if (meter) {
                companion.watchLoop(
                        loop -> MeterAnswers.start(loop, System.in, () -> ask(companion, ControlCommand.TUCK), bench));
            }
            return rehearse ? desktop.rehearse(companion) : desktop.show(companion);
        }
    }

    private static List<String> words(List<String> words, Workbench bench) {
        return SourceWords.expanded(
                words, bench.folders(), CodexSource.hasRun(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    private static void ask(Companion companion, ControlCommand command) {
        Future<?> unused = new CompanionControl(companion, "").handle(command);
    }
}
