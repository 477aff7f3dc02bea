package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.WebpEncoder;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.CodexPackage;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Filter;
import dev.perch.tools.sheets.Made;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch pack}: from pictures to a pet. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        header = {"Makes a pet that Perch and Codex open from a folder of pictures.", ""},
        description = {
            "IN holds a folder of numbered PNGs for each state (idle/1.png, idle/2.png, waving/1.png …), or files like"
                    + " idle_01.png; a v2 pet also has look/ with 16 pictures, clockwise from up, and neutral.png.",
            ""
        },
        footer = {"", "Example:", "  perch pack drawings/fox --out ~/.codex/pets/fox"})
final class PackCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IN", description = "A folder of pictures, or a pet as a folder or zip.")
    private Path in = Path.of("");

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the pet goes.")
    private Path out = Path.of("");

    @Option(
            names = "--pet-version",
            paramLabel = "N",
            description = "1 or 2 of Codex's formats (default: 2 where there is a gaze, else 1).")
    private int version;

    @Option(
            names = "--scales",
            paramLabel = "N",
            split = ",",
            description = "Sheets to make: 1, and maybe 2 and 3, for dense displays (default: 1).")
    private List<Integer> scales = List.of(1);

    @Option(names = "--png", description = "Write the sheets as PNG, not as lossless WebP.")
    private boolean png;

    @Option(
            names = "--filter",
            paramLabel = "FILTER",
            defaultValue = "auto",
            description = "How pictures are made larger or smaller: auto, nearest or area (default: ${DEFAULT-VALUE}).")
    private Filter filter = Filter.AUTO;

    @Option(names = "--name", paramLabel = "TEXT", description = "The pet's displayName.")
    private @Nullable String name;

    @Option(names = "--description", paramLabel = "TEXT", description = "A sentence about it.")
    private @Nullable String description;

    @Option(names = "--check", description = "Write nothing; fail when the files in --out are not what would be made.")
    private boolean check;

    @Option(names = "--force", description = "Replace files that perch pack did not make.")
    private boolean force;

    @Mixin
    private Telling telling = new Telling();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Set<Integer> sizes = sizes();
        Workbench bench = Workbench.of(spec);
        DecodeProcess codecs = Workbench.codecs();
        PackageLimits limits = PackageLimits.standard();
        Art art = new ArtReader(codecs, limits).read(in);
        CodexPackage.Options options = new CodexPackage.Options(version, List.copyOf(sizes), png, filter, words());
        Made made = new CodexPackage(new WebpEncoder(codecs, limits)).pack(art, options);
        made.notes().forEach(note -> telling.note(bench, note));
        Delivery delivery = new Delivery(out, force);
        if (check) {
            return checked(bench, delivery.differences(made.files()));
        }
        delivery.write(made.files(), Set.of());
        made.files()
                .keySet()
                .forEach(file -> telling.say(bench, out.resolve(file).toString()));
        return 0;
    }

    private int checked(Workbench bench, List<String> different) throws ProblemException {
        if (different.isEmpty()) {
            telling.say(bench, out + " is up to date");
            return 0;
        }
        throw new ProblemException(Problem.error(
                out.toString(),
                "is not what pack makes of " + in + " (" + String.join(", ", different) + ")",
                "run perch pack without --check"));
    }

    private Set<Integer> sizes() throws ProblemException {
        Set<Integer> sizes = new TreeSet<>(scales);
        if (!sizes.contains(1) || !Set.of(1, 2, 3).containsAll(sizes)) {
            throw new ProblemException(Problem.error("--scales", "is " + scales, "give 1, and maybe 2 and 3"));
        }
        if (version < 0 || version > 2) {
            throw new ProblemException(Problem.error("--pet-version", "is " + version, "give 1 or 2"));
        }
        return sizes;
    }

    private Map<String, @Nullable Object> words() {
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
