package dev.perch.tools;

import dev.perch.files.AtomicFile;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.WebpEncoder;
import dev.perch.render.RasterImage;
import dev.perch.render.film.PngWriter;
import dev.perch.runtime.LoadedPet;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtFrame;
import dev.perch.tools.sheets.Films;
import dev.perch.tools.sheets.Made;
import dev.perch.tools.sheets.PreviewPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Making making = new Making();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        boolean sheet = out != null || (films == null && html == null);
        if (before != null && !sheet) {
            throw new ProblemException(Problem.error("--before", "has no sheet to stand in", "add --out FILE.png"));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (films != null || html != null) {
            Art art = art(bench);
            if (films != null) {
                films(bench, art, films, files);
            }
            if (html != null) {
                files.put(html.toString(), PreviewPage.of(art).getBytes(StandardCharsets.UTF_8));
            }
        }
        if (sheet) {
            files.put(String.valueOf(out == null ? Path.of("preview.png") : out), sheet(bench));
        }
        write(files);
        making.done(bench, Path.of("").toAbsolutePath(), new Made(files, List.of()));
        return 0;
    }

    private void write(Map<String, byte[]> files) throws ProblemException, IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = Path.of(file.getKey());
            if (Files.isDirectory(path)) {
                throw new ProblemException(Problem.error(file.getKey(), "is a folder", "name a file to write"));
            }
            if (!making.force() && Files.exists(path) && !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                throw new ProblemException(
                        Problem.error(file.getKey(), "is there already", "name another file, or add --force"));
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            new AtomicFile(Path.of(file.getKey())).write(file.getValue());
        }
    }

    private byte[] sheet(Workbench bench) throws ProblemException, IOException {
        RasterImage now = sheet(bench, pet);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PngWriter.write(ground.under(before == null ? now : beside(sheet(bench, before), now)), png);
        return png.toByteArray();
    }

    private Art art(Workbench bench) throws ProblemException, IOException, InterruptedException {
        return bench.artReader()
                .pet(pet == null ? bench.pets().byDefault() : bench.pets().find(pet));
    }

    private static RasterImage sheet(Workbench bench, @Nullable String word) throws ProblemException, IOException {
        LoadedPet loaded = bench.open(word, 0);
        return new ContactSheet(loaded).draw(bench.fonts());
    }

    private void films(Workbench bench, Art art, Path folder, Map<String, byte[]> files)
            throws ProblemException, IOException, InterruptedException {
        DecodeProcess codecs = Workbench.codecs();
        WebpEncoder encoder = new WebpEncoder(codecs, PackageLimits.standard());
        Films reel = new Films(ground::under);
        for (Map.Entry<String, List<ArtFrame>> state : art.states().entrySet()) {
            String film = folder.resolve(state.getKey()).toString();
            files.put(film + ".png", reel.apng(state.getValue()));
            files.put(film + ".gif", reel.gif(state.getValue()));
            if (webp) {
                making.progress(bench, "filming " + state.getKey() + " as WebP");
                files.put(film + ".webp", reel.webp(state.getValue(), encoder));
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
