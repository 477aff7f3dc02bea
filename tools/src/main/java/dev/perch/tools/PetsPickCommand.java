package dev.perch.tools;

import dev.perch.control.ControlCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch pets pick}. */
@Command(
        name = "pick",
        mixinStandardHelpOptions = true,
        header = {"Has the running companion show all pets, to choose one.", ""},
        description = {"Arrow keys and Enter choose, f makes a favourite, Escape closes; the pointer works too.", ""})
final class PetsPickCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningCompanion(spec)
                .ask(ControlCommand.PETS_PICK, (answer, bench) -> bench.say("Choose a pet on the screen."));
    }
}
