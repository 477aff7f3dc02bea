package dev.perch.tools;

import dev.perch.tools.art.BundledArt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch draw-pets}: draws Perch's own pets anew from their shapes. */
@Command(
        name = "draw-pets",
        mixinStandardHelpOptions = true,
        header = {"Draws Perch's own pets from their shapes, for those who change how they look.", ""})
final class DrawPetsCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "assets/pets",
            description = "Where the packages go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("assets", "pets");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        Path store = Files.createTempDirectory("perch-draw");
        try {
            BundledArt art = new BundledArt(Workbench.codecs(), store);
            for (Path file : art.writeTo(out)) {
                bench.say(file.toString());
            }
        } finally {
            Files.deleteIfExists(store.resolve("packages"));
            Files.delete(store);
        }
        return 0;
    }
}
