package dev.perch.tools;

import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch pets use}. */
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        header = {"Chooses the pet: the running companion changes at once, later starts begin with it.", ""},
        description = {"The option --pet of a start wins over it, and so does a later change of the setting pet.", ""})
final class PetsUseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PET", description = "Its name, as perch pets list has it, or a folder or zip.")
    private String name = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        PackageSource source = bench.pets().find(name);
        Optional<Problem> refusal = bench.inspector(bench.verdicts()).refusal(source);
        if (refusal.isPresent()) {
            throw new ProblemException(refusal.get());
        }
        String word =
                Files.exists(Path.of(name)) ? Path.of(name).toAbsolutePath().toString() : name;
        String setting =
                new SettingsFile(bench.folders().config()).look().settings().word(Setting.PET);
        bench.memory().choose(word, setting);
        return new RunningCompanion(spec).changePet();
    }
}
