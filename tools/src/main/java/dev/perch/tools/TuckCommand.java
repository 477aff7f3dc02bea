package dev.perch.tools;

import dev.perch.control.ControlCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch tuck}. */
@Command(
        name = "tuck",
        mixinStandardHelpOptions = true,
        header = {"Takes the pet off the screen; it stays at work.", ""},
        description = {"perch wake brings it back.", ""})
final class TuckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningCompanion(spec)
                .ask(
                        ControlCommand.TUCK,
                        (answer, bench) -> bench.say("The pet is tucked away; perch wake brings it back."));
    }
}
