package dev.perch.tools;

import dev.perch.model.Clip;
import dev.perch.model.Problem;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.WebpEncoder;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtFrame;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.CodexPackage;
import dev.perch.tools.sheets.Filter;
import dev.perch.tools.sheets.Made;
import java.io.IOException;
import java.nio.file.Path;
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

/** {@code perch convert}: a pet of one format as a pet of another. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        header = {"Makes a pet of one format into one of another: any to Codex's, v1 to v2, 1x to 2x.", ""},
        description = {
            "A pet of any format that Perch reads becomes one that Codex reads too; what has no place there is told.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  perch convert ~/shimeji/fox --to codex --out ~/.codex/pets/fox",
            "  perch convert fox --to v2 --look gaze --out fox2",
            "  perch convert fox --to 2x --filter nearest --out fox2x"
        })
final class ConvertCommand implements Callable<Integer> {
    /** What it becomes. */
    enum To {
        CODEX(0, 1),
        V1(1, 1),
        V2(2, 1),
        TWICE(0, 2),
        THRICE(0, 3);

        private final int version;
        private final int scale;

        To(int version, int scale) {
            this.version = version;
            this.scale = scale;
        }

        static To of(String word) throws ProblemException {
            return switch (word) {
                case "codex" -> CODEX;
                case "v1" -> V1;
                case "v2" -> V2;
                case "2x" -> TWICE;
                case "3x" -> THRICE;
                default ->
                    throw new ProblemException(
                            Problem.error("--to", "is none of codex, v1, v2, 2x, 3x", "take one of these"));
            };
        }
    }

    @Parameters(paramLabel = "PET", description = "A folder or zip of any format, or the name of a pet.")
    private String pet = "";

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the new pet goes.")
    private Path out = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORM",
            required = true,
            description = "codex (v2 where there is a gaze, else v1), v1, v2, 2x or 3x.")
    private String to = "";

    @Option(
            names = "--look",
            paramLabel = "FOLDER",
            description = "To v2: the gaze, as look/1.png to 16.png; else the pet looks ahead in all directions.")
    private @Nullable Path look;

    @Option(names = "--filter", paramLabel = "FILTER", description = "To 2x or 3x: nearest (pixel art) or smooth.")
    private @Nullable Filter filter;

    @Mixin
    private Making making = new Making();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        To form = To.of(to);
        if (form.scale > 1 && filter == null) {
            throw new ProblemException(
                    Problem.error("--filter", "is not said", "name nearest for pixel art, or smooth for painted art"));
        }
        DecodeProcess codecs = Workbench.codecs();
        PackageLimits limits = PackageLimits.standard();
        ArtReader reader = bench.artReader();
        Art art = withLook(reader, reader.pet(bench.pets().find(pet)));
        List<Integer> scales = form.scale == 1 ? List.of(1) : form.scale == 2 ? List.of(1, 2) : List.of(1, 2, 3);
        Filter by = filter == null ? Filter.AUTO : filter;
        CodexPackage.Options options =
                new CodexPackage.Options(form.version, scales, CodexPackage.Sheets.WEBP, by, Map.of());
        Made made = new CodexPackage(new WebpEncoder(codecs, limits)).pack(art, options);
        making.deliver(bench, out, made);
        return 0;
    }

    private Art withLook(ArtReader reader, Art art) throws ProblemException, IOException, InterruptedException {
        if (look == null) {
            return art;
        }
        Art declared = reader.read(look);
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>(art.states());
        for (String state : List.of(Clip.LOOK, Clip.NEUTRAL)) {
            if (!declared.frames(state).isEmpty()) {
                states.put(state, declared.frames(state));
            }
        }
        return art.withStates(states);
    }
}
