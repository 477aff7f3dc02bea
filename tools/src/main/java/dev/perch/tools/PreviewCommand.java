package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.WebpEncoder;
import dev.perch.render.RasterImage;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtFrame;
import dev.perch.tools.sheets.Films;
import dev.perch.tools.sheets.PreviewPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** {@code perch preview}: a pet at a glance. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        header = {"Shows all that a pet can do, with no display.", ""},
        footer = {
            "",
            "Examples:",
            "  perch preview my-fox --out fox.png",
            "  perch preview my-fox --html fox.html",
            "  perch preview my-fox --before old-fox --out change.png"
        })
final class PreviewCommand implements Callable<Integer> {
    private static final int GAP = 24;

    @Parameters(paramLabel = "PET", description = "A folder or zip with a pet.json, or the name of a pet.")
    private @Nullable String pet;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The contact sheet: every frame with the name and times of its row, as PNG.")
    private @Nullable Path out;

    @Option(names = "--before", paramLabel = "PET", description = "With --out: another pet, shown at its left.")
    private @Nullable String before;

    @Option(names = "--html", paramLabel = "FILE", description = "One page that plays every state, with no network.")
    private @Nullable Path html;

    @Option(
            names = "--films",
            paramLabel = "FOLDER",
            description = "Every state as animated PNG and GIF, at the times of its row.")
    private @Nullable Path films;

    @Option(names = "--webp", description = "With --films: as animated WebP too, lossless; slower.")
    private boolean webp;

    @Option(
            names = "--ground",
            paramLabel = "GROUND",
            defaultValue = "checker",
            description = "What is behind the pet: transparent, light, dark or checker (default: ${DEFAULT-VALUE}).")
    private Ground ground = Ground.CHECKER;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        if (films != null || html != null) {
            Art art = art(bench);
            if (films != null) {
                films(bench, art, films);
            }
            if (html != null) {
                byte[] page = PreviewPage.of(art).getBytes(StandardCharsets.UTF_8);
                bench.write(html, file -> file.write(page));
            }
        }
        if (out != null || (films == null && html == null)) {
            RasterImage sheet = sheet(bench, pet);
            RasterImage picture = before == null ? sheet : beside(sheet(bench, before), sheet);
            bench.writePng(ground.under(picture), out == null ? Path.of("preview.png") : out);
        } else if (before != null) {
            throw new ProblemException(Problem.error("--before", "has no sheet to stand in", "add --out FILE.png"));
        }
        return 0;
    }

    private Art art(Workbench bench) throws ProblemException, IOException, InterruptedException {
        return bench.artReader()
                .pet(pet == null ? bench.pets().byDefault() : bench.pets().find(pet));
    }

    private static RasterImage sheet(Workbench bench, @Nullable String word) throws ProblemException, IOException {
        LoadedPet loaded = bench.open(word, 0);
        return new ContactSheet(loaded).draw(bench.fonts());
    }

    private void films(Workbench bench, Art art, Path folder)
            throws ProblemException, IOException, InterruptedException {
        DecodeProcess codecs = Workbench.codecs();
        WebpEncoder encoder = new WebpEncoder(codecs, PackageLimits.standard());
        Films reel = new Films(ground::under);
        for (Map.Entry<String, List<ArtFrame>> state : art.states().entrySet()) {
            byte[] apng = reel.apng(state.getValue());
            byte[] gif = reel.gif(state.getValue());
            bench.write(folder.resolve(state.getKey() + ".png"), file -> file.write(apng));
            bench.write(folder.resolve(state.getKey() + ".gif"), file -> file.write(gif));
            if (webp) {
                byte[] film = reel.webp(state.getValue(), encoder);
                bench.write(folder.resolve(state.getKey() + ".webp"), file -> file.write(film));
            }
        }
    }

    private static RasterImage beside(RasterImage left, RasterImage right) {
        RasterImage both = new RasterImage(left.width() + GAP + right.width(), Math.max(left.height(), right.height()));
        put(left, both, 0);
        put(right, both, left.width() + GAP);
        return both;
    }

    private static void put(RasterImage from, RasterImage to, int x) {
        for (int y = 0; y < from.height(); y++) {
            System.arraycopy(from.pixels(), y * from.width(), to.pixels(), y * to.width() + x, from.width());
        }
    }
}
