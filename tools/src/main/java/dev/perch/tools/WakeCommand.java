package dev.perch.tools;

import dev.perch.control.ControlCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch wake}. */
@Command(
        name = "wake",
        mixinStandardHelpOptions = true,
        header = {"Brings the pet back on the screen.", ""},
        description = {"It comes back to where it was when it was tucked away.", ""})
final class WakeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningCompanion(spec)
                .ask(ControlCommand.WAKE, (answer, bench) -> bench.say("The pet is on the screen."));
    }
}
