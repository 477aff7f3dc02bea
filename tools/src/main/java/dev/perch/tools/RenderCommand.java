package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch render}: pictures of a pet, with no display. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        header = {"Renders a pet and what it says to pictures, with no display.", ""},
        description = {
            "The same options give the same pixels on every machine, in the scripts of Perch's own font (Latin, Greek,"
                    + " Cyrillic); others are set in the machine's fonts.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  perch render --state waiting --title 'May I run the tests?' --at 0 --out waiting.png",
            "  perch render --pet my-pet.zip --sheet sheet.png",
            "  perch render --source replay:today.jsonl --apng today.png --ground dark"
        })
final class RenderCommand implements Callable<Integer> {
    @Mixin
    private PetOption pet = new PetOption();

    @Mixin
    private TimelineOptions timeline = new TimelineOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    @ArgGroup(multiplicity = "1", heading = "%nWhat to write, one of:%n")
    private What what = new What();

    /** The kinds of output. */
    static final class What {
        @Option(
                names = "--at",
                paramLabel = "MS",
                split = ",",
                description = "Stills at these moments, in milliseconds, as PNG; --out names the file or the folder.")
        private List<Long> at = List.of();

        @Option(names = "--gif", paramLabel = "FILE", description = "The whole session as an animated GIF.")
        private @Nullable Path gif;

        @Option(names = "--apng", paramLabel = "FILE", description = "The whole session as an animated PNG.")
        private @Nullable Path apng;

        @Option(
                names = "--sheet",
                paramLabel = "FILE",
                description =
                        "Every frame that the pet has, by clip with its times, as one PNG at the sheet's own size.")
        private @Nullable Path sheet;
    }

    @Option(
            names = "--out",
            paramLabel = "PATH",
            defaultValue = "perch.png",
            description = "With --at: the PNG, or for more than one moment the folder (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("perch.png");

    @Option(
            names = "--scale",
            paramLabel = "N",
            defaultValue = "1",
            description = "Pixels for one logical pixel, 1 to 4 (default: ${DEFAULT-VALUE}).")
    private float scale = 1;

    @Option(
            names = "--ground",
            paramLabel = "GROUND",
            defaultValue = "transparent",
            description = "What is behind the pet: transparent, light, dark or checker (default: ${DEFAULT-VALUE}).")
    private Ground ground = Ground.TRANSPARENT;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "With --gif or --apng: how long (default: until the source has ended and the pet settled).")
    private @Nullable Double seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        if (!(scale >= 1 && scale <= 4)) {
            throw new ProblemException(Problem.error("--scale", "is " + scale, "give a number from 1 to 4"));
        }
        refuseIgnored(new TypedOptions(spec));
        Workbench bench = Workbench.of(spec);
        if (what.sheet != null) {
            LoadedPet loaded = bench.open(pet.word, 0);
            bench.writePng(ground.under(new ContactSheet(loaded).draw(bench.fonts())), what.sheet);
            return 0;
        }
        int cell = Math.round(look.config().petWidth() * scale);
        LoadedPet loaded = bench.open(pet.word, cell);
        Film film = new Film(bench, look.config(), scale, ground, loaded, timeline.read());
        if (what.gif != null) {
            film.gif(what.gif, length(film));
        } else if (what.apng != null) {
            film.apng(what.apng, length(film));
        } else {
            film.stills(what.at, out);
        }
        return 0;
    }

    private void refuseIgnored(TypedOptions typed) throws ProblemException {
        if (what.sheet != null) {
            typed.refuse("with --sheet", "--source", "--state", "--title", "--body", "--scale", "--seconds", "--out");
            typed.refuse("with --sheet", "--width", "--theme", "--settle", "--idle-slowdown", "--reduced-motion");
        } else if (what.gif != null || what.apng != null) {
            typed.refuse("without --at", "--out");
        } else {
            typed.refuse("with --at", "--seconds");
        }
        if (typed.has("--state")) {
            typed.refuse("with --state", "--source");
        } else {
            typed.refuse("without --state", "--title", "--body");
        }
    }

    private long length(Film film) {
        return seconds == null ? film.naturalMillis() : Math.round(seconds * 1000);
    }
}
