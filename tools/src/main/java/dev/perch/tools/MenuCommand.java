package dev.perch.tools;

import dev.perch.control.ControlCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch menu}. */
@Command(
        name = "menu",
        mixinStandardHelpOptions = true,
        header = {"Opens the pet's menu, with the keyboard in it.", ""},
        description = {
            "Arrow keys and Enter choose, Escape closes; a key that the pet binds reaches it there.",
            "Bind this command to a key in your desktop's settings to reach the pet without a pointer.",
            ""
        })
final class MenuCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningCompanion(spec).ask(ControlCommand.MENU, (answer, bench) -> bench.say("The menu is open."));
    }
}
