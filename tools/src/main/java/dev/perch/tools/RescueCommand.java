package dev.perch.tools;

import dev.perch.control.ControlCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch rescue}. */
@Command(
        name = "rescue",
        mixinStandardHelpOptions = true,
        header = {"Brings the pet back to its first place.", ""},
        description = {"For a pet that got lost: off the screen, or under something.", ""})
final class RescueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningCompanion(spec)
                .ask(ControlCommand.RESCUE, (answer, bench) -> bench.say("The pet is back at its first place."));
    }
}
