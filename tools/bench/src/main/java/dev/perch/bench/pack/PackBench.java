package dev.perch.bench.pack;

import dev.perch.bench.Report;
import dev.perch.bench.Sample;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.cost.PerchProcess;
import dev.perch.tools.sheets.AtlasLayout;
import dev.perch.tools.sheets.AtlasSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same pictures by Perch and by the packers that others use: pages of 2,048, 2 clear pixels, stripped, aliased. */
public final class PackBench {
    private static final List<String> PACKAGES = List.of("free-tex-packer-core@0.3.9", "maxrects-packer@2.7.4");
    private static final int LAYOUTS = 15;

    /** What {@code ./perch} gives its packer, beside the options that this process has. */
    private static final String NURSERY = "-Xmn64m";

    private final Path folder;
    private final Report report;
    private final int runs;
    private final @Nullable Path modules;

    /**
     * A benchmark.
     *
     * @param folder an empty one, for pictures and atlases
     * @param cache where npm puts the packers that are written in JavaScript; they are fetched once
     * @param runs of each packer, by turns
     */
    public PackBench(Path folder, Path cache, Report report, int runs) throws IOException, InterruptedException {
        this.folder = folder;
        this.report = report;
        this.runs = runs;
        this.modules = modules(cache);
    }

    /** A thousand drawn pictures, and all pictures of the pets in a folder if there is one. */
    public void run(@Nullable Path pets) throws IOException, InterruptedException, ProblemException {
        Path drawn = Files.createDirectories(folder.resolve("drawn"));
        DrawnFrames.into(drawn);
        compare("1,000 drawn pictures of 192x208", drawn);
        if (pets != null) {
            compare("All pictures of the pets in the folder", unpacked(pets));
        }
    }

    private @Nullable Path modules(Path cache) throws IOException, InterruptedException {
        Path modules = cache.resolve("node_modules");
        if (!Files.isDirectory(modules.resolve("maxrects-packer"))) {
            Files.createDirectories(cache);
            List<String> command = new ArrayList<>(List.of(
                    "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", cache.toString()));
            command.addAll(PACKAGES);
            try {
                Run.of(command);
            } catch (IOException e) {
                report.line("Without " + String.join(" and ", PACKAGES) + ": " + e.getMessage());
                return null;
            }
        }
        return modules;
    }

    /** Every pet's pictures, in a folder of its own for each state. */
    private Path unpacked(Path pets) throws IOException, InterruptedException {
        Path all = Files.createDirectories(folder.resolve("pets"));
        for (Path pet : sorted(pets)) {
            Path out = folder.resolve("unpacked").resolve(String.valueOf(pet.getFileName()));
            try {
                Run.of(perch("unpack", pet.toString(), "--out", out.toString()));
            } catch (IOException refused) {
                report.line("Not among them: " + refused.getMessage());
                continue;
            }
            for (Path state : sorted(out)) {
                if (Files.isDirectory(state)) {
                    Files.move(state, all.resolve(pet.getFileName() + "-" + state.getFileName()));
                }
            }
        }
        return all;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private void compare(String title, Path in) throws IOException, InterruptedException, ProblemException {
        Frames frames = Frames.of(in);
        List<Packer> packers = packers(in, frames);
        for (int run = 0; run < runs; run++) {
            for (Packer packer : packers) {
                packer.run();
            }
            report.progress("pack", run + 1, runs);
        }
        report.head(
                title + ": " + frames.count() + " pictures (" + runs + " alternated runs)",
                "s",
                "CPU s",
                "peak MB",
                "area Mpx",
                "come back whole");
        for (Packer packer : packers) {
            packer.row(report);
        }
        layout(title, frames);
    }

    private List<Packer> packers(Path in, Frames frames) throws IOException {
        Path out = folder.resolve("out-" + in.getFileName());
        List<Packer> packers = new ArrayList<>();
        Path ours = out.resolve("perch/atlas");
        List<String> pack = perch("pack", in.toString(), "--format", "atlas", "--quiet", "--out", ours.toString());
        Packer.Outcome atlas = () -> Atlas.ofGdx(ours.resolve("atlas.atlas"), frames, true);
        packers.add(new Packer("Perch", pack, atlas, ours));
        packers.add(new Packer("Perch, nothing changed", pack, atlas, null));
        packers.add(new Packer("Perch, JVM's start alone", perch("--version"), null, null));
        for (String mode : List.of("fast", "best")) {
            Path theirs = out.resolve("gdx-" + mode);
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    GdxTexturePacker.class.getName(),
                    in.toString(),
                    theirs.toString(),
                    mode);
            packers.add(new Packer(
                    "LibGDX TexturePacker, " + mode,
                    command,
                    () -> Atlas.ofGdx(theirs.resolve("atlas.atlas"), frames, false),
                    theirs));
        }
        if (modules != null) {
            Path theirs = out.resolve("free");
            List<String> command = node(modules, "free-tex-packer.js", in.toString(), theirs.toString());
            packers.add(new Packer(PACKAGES.get(0), command, () -> Atlas.ofJsonHash(theirs, frames), theirs));
        }
        return packers;
    }

    /** The packing step alone: where each of the sizes goes. */
    private void layout(String title, Frames frames) throws IOException, InterruptedException, ProblemException {
        String sizes = frames.inkSizes();
        Sample ours = new Sample();
        double area = 0;
        List<Pixels> inks = sizes.lines().map(PackBench::ofSize).toList();
        for (int run = 0; run < LAYOUTS; run++) {
            long from = System.nanoTime();
            List<AtlasLayout.Sheet> sheets = new AtlasLayout(AtlasSettings.standard()).lay(inks);
            ours.add((System.nanoTime() - from) / 1e6);
            area = sheets.stream().mapToLong(AtlasLayout.Sheet::area).sum();
        }
        report.head(title + ": the packing step alone (median of " + LAYOUTS + ", warm)", "ms", "area Mpx");
        report.row("Perch", ours.text(1), number(area / 1e6));
        if (modules != null) {
            Path file = folder.resolve("sizes");
            Files.writeString(file, sizes);
            String[] said = Run.of(node(modules, "maxrects-packer.js", file.toString(), Integer.toString(LAYOUTS)))
                    .said()
                    .split(" ");
            report.row(
                    PACKAGES.get(1),
                    String.format(Locale.ROOT, "%.1f", Double.parseDouble(said[0])),
                    number(Double.parseDouble(said[1]) / 1e6));
        }
    }

    private static Pixels ofSize(String line) {
        String[] sides = line.split(" ");
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);
        return new Pixels(width, height, new byte[width * height * 4]);
    }

    private List<String> node(Path modules, String script, String... words) throws IOException {
        Path file = modules.resolveSibling(script);
        try (var in = PackBench.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IOException("the benchmark lacks " + script);
            }
            Files.write(file, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("node", file.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private List<String> perch(String... words) {
        List<String> command = PerchProcess.perch(true);
        command.add(command.indexOf("-cp"), NURSERY);
        command.addAll(List.of(words));
        return command;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
