package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Made;
import dev.perch.tools.sheets.Starter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch new}: where an author begins. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        header = {"Makes a folder to draw a pet in: a first idle, a template and a README.", ""},
        footer = {"", "Example:", "  perch new my-fox"})
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Where; its name becomes the pet's.")
    private Path folder = Path.of("");

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    @Mixin
    private Telling telling = new Telling();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Workbench bench = Workbench.of(spec);
        String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (id.isEmpty()) {
            throw new ProblemException(Problem.error(folder.toString(), "makes no name for a pet", "use letters"));
        }
        Made made = Starter.of(id);
        new Delivery(folder, force).write(made.files(), Set.of());
        telling.say(bench, folder.toAbsolutePath().normalize().toString());
        telling.say(bench, "draw in it, then: perch pack " + folder + " --out " + folder + "-pet");
        return 0;
    }
}
