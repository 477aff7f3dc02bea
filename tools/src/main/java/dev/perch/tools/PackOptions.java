package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.WebpEncoder;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.AtlasPacker;
import dev.perch.tools.sheets.AtlasSettings;
import dev.perch.tools.sheets.CodexPackage;
import dev.perch.tools.sheets.Filter;
import dev.perch.tools.sheets.Made;
import dev.perch.tools.sheets.PackMemory;
import dev.perch.tools.sheets.SealedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is packed, and how. */
final class PackOptions {
    /** What is made. */
    enum Format {
        CODEX,
        ATLAS,
        SEALED
    }

    @Parameters(paramLabel = "IN", description = "A folder of pictures, Aseprite's JSON, an atlas, or a pet.")
    private Path in = Path.of("");

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where it goes.")
    private Path out = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "codex",
            description =
                    "codex (pet.json and a sheet), atlas (LibGDX), or sealed (Perch's own) (default: ${DEFAULT-VALUE}).")
    private Format format = Format.CODEX;

    @Option(
            names = "--pet-version",
            paramLabel = "N",
            description = "1 or 2 of Codex's formats (default: 2 where there is a gaze, else 1).")
    private int version;

    @Option(
            names = "--scales",
            paramLabel = "N",
            split = ",",
            description = "Sheets to make: 1, and maybe 2 and 3, for dense displays (default: those that are drawn).")
    private @Nullable List<Integer> scales;

    @Option(names = "--png", description = "Write the sheets as PNG, not as lossless WebP.")
    private boolean png;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            defaultValue = "auto",
            description =
                    "How pictures are made larger or smaller: auto, nearest, area or smooth (default: ${DEFAULT-VALUE}).")
    private Filter filter = Filter.AUTO;

    @Option(names = "--name", paramLabel = "TEXT", description = "The pet's displayName.")
    private @Nullable String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "A sentence about it.")
    private @Nullable String description;

    @Option(names = "--page", paramLabel = "N", description = "Atlas: most pixels a side of a page (default: 2048).")
    private int page = 2048;

    @Option(names = "--padding", paramLabel = "N", description = "Atlas: clear pixels between regions (default: 2).")
    private int padding = 2;

    @Option(names = "--extrude", paramLabel = "N", description = "Atlas: how often edges are repeated (default: 0).")
    private int extrude;

    @Option(names = "--no-strip", description = "Atlas: keep clear edges.")
    private boolean keepEdges;

    @Option(names = "--no-alias", description = "Atlas: give equal pictures a place each.")
    private boolean keepCopies;

    @Option(names = "--bleed", description = "Atlas: spread colours into clear pixels.")
    private boolean bleed;

    @Option(names = "--premultiply", description = "Atlas: multiply colours by alpha.")
    private boolean premultiply;

    @Option(names = "--pot", description = "Atlas: pages with sides that are powers of two.")
    private boolean powerOfTwo;

    Path in() {
        return in;
    }

    Path out() {
        return out;
    }

    PackMemory memory(Path cache) throws IOException {
        return new PackMemory(cache, in, out, String.join(" ", words()));
    }

    private List<String> words() {
        return List.of(
                String.valueOf(format),
                version + " " + scales + " " + png + " " + filter,
                name + "\n" + description,
                page + " " + padding + " " + extrude + " " + keepEdges + " " + keepCopies,
                bleed + " " + premultiply + " " + powerOfTwo + " " + out.getFileName());
    }

    /** All that is to be packed. */
    Art read() throws ProblemException, IOException, InterruptedException {
        Path from = in.toAbsolutePath().normalize();
        Path to = out.toAbsolutePath().normalize();
        if (Files.isDirectory(from) && to.startsWith(from) && !to.equals(from)) {
            throw new ProblemException(Problem.error(
                    "--out", "lies in IN, so the next packing would take it for pictures", "name a folder beside it"));
        }
        return new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(in);
    }

    /** Makes the files, and writes none. */
    Made make() throws ProblemException, IOException, InterruptedException {
        return make(read());
    }

    /** The same, of what was read. */
    Made make(Art art) throws ProblemException, IOException, InterruptedException {
        CodexPackage.Sheets sheets = format == Format.SEALED
                ? CodexPackage.Sheets.SEALED
                : png ? CodexPackage.Sheets.PNG : CodexPackage.Sheets.WEBP;
        CodexPackage.Options codex =
                new CodexPackage.Options(version, List.copyOf(sizes(art)), sheets, filter, manifestWords());
        DecodeProcess codecs = Workbench.codecs();
        PackageLimits limits = PackageLimits.standard();
        if (format == Format.ATLAS) {
            return new AtlasPacker(
                            atlas(),
                            String.valueOf(out.toAbsolutePath().normalize().getFileName()))
                    .pack(art);
        }
        Made made = new CodexPackage(new WebpEncoder(codecs, limits)).pack(art, codex);
        return format == Format.SEALED ? new SealedForm(codecs, limits).seal(made) : made;
    }

    private AtlasSettings atlas() throws ProblemException {
        try {
            return new AtlasSettings(page, padding, extrude, !keepEdges, !keepCopies, bleed, premultiply, powerOfTwo);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.error(
                    "--page, --padding, --extrude",
                    "have " + e.getMessage(),
                    "give a page of 64 to 16384, padding up to 64, extrude up to 16"));
        }
    }

    private Set<Integer> sizes(Art art) throws ProblemException {
        Set<Integer> sizes = new TreeSet<>();
        if (scales != null) {
            sizes.addAll(scales);
        } else {
            sizes.add(1);
            sizes.addAll(format == Format.CODEX ? art.larger().keySet() : Set.of());
        }
        if (!sizes.contains(1) || !Set.of(1, 2, 3).containsAll(sizes)) {
            throw new ProblemException(Problem.error("--scales", "is " + scales, "give 1, and maybe 2 and 3"));
        }
        if (format == Format.SEALED && sizes.size() > 1) {
            throw new ProblemException(Problem.error(
                    "--scales", "is " + scales + ", and the sealed form holds one size", "leave --scales out"));
        }
        if (version < 0 || version > 2) {
            throw new ProblemException(Problem.error("--pet-version", "is " + version, "give 1 or 2"));
        }
        return sizes;
    }

    private Map<String, @Nullable Object> manifestWords() {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        if (name != null) {
            words.put("displayName", name);
        }
        if (description != null) {
            words.put("description", description);
        }
        return words;
    }
}
