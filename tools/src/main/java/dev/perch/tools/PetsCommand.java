package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.PetShelf;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch pets}. */
@Command(
        name = "pets",
        mixinStandardHelpOptions = true,
        header = {"Says which pets you have; chooses, installs and removes them.", ""},
        description = {
            "Pets are found in Perch's own folder, in those of Codex, Petdex and DSH, and in the folders of the setting"
                    + " discoverySources.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        subcommands = {
            HelpCommand.class,
            PetsListCommand.class,
            PetsShowCommand.class,
            PetsUseCommand.class,
            PetsPickCommand.class,
            PetsInstallCommand.class,
            PetsRemoveCommand.class
        })
final class PetsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            header = {"Chooses the pet after the chosen one.", ""},
            description = {"In the order of the picker: favourites first. One that cannot be opened is passed over.", ""
            })
    int next() throws ProblemException, IOException {
        return turn(1);
    }

    @Command(
            mixinStandardHelpOptions = true,
            header = {"Chooses the pet before the chosen one.", ""},
            description = {"The same round as perch pets next, the other way.", ""})
    int previous() throws ProblemException, IOException {
        return turn(-1);
    }

    private int turn(int by) throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        PetShelf shelf = bench.shelf();
        Optional<String> chosen = shelf.turn(shelf.chosen(), by);
        shelf.keep(bench::note);
        bench.say(chosen.orElseThrow(
                () -> new ProblemException(Problem.error("pets", "none of them opens", "see perch pets list"))));
        return new RunningCompanion(spec).changePet();
    }
}
