package dev.perch.tools;

import dev.perch.library.LibraryFault;
import dev.perch.library.OwnPets;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch pets remove}. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        header = {"Removes a pet from Perch's own folder for good; those of other programs are left alone.", ""})
final class PetsRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PET", description = "Its name, as perch pets list has it.")
    private String name = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        try {
            new OwnPets(bench.ownPets(), source -> Optional.empty()).remove(bench.pet(name));
        } catch (LibraryFault fault) {
            throw new ProblemException(fault.problem());
        }
        bench.say("Removed: " + name);
        return 0;
    }
}
