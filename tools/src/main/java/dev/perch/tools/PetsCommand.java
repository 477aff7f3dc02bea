package dev.perch.tools;

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
}
