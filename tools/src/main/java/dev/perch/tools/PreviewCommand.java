package dev.perch.tools;

import dev.perch.runtime.LoadedPet;
import java.nio.file.Path;
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
        footer = {"", "Example:", "  perch preview my-fox --out fox.png"})
final class PreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PET", description = "A folder or zip with a pet.json, or the name of a pet.")
    private @Nullable String pet;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "preview.png",
            description =
                    "The contact sheet to write: every frame with the name and times of its row (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("preview.png");

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
        LoadedPet loaded = bench.open(pet, 0);
        bench.writePng(ground.under(new ContactSheet(loaded).draw(bench.fonts())), out);
        return 0;
    }
}
