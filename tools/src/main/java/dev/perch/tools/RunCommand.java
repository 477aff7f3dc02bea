package dev.perch.tools;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch run}: the companion on the desktop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = {"Shows a pet on the desktop.", ""},
        description = {
            "Drag it where you like. It ends with Ctrl-C, or when the window manager closes its window.",
            "With no display it renders the demo session to an animated picture instead, and says where.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  perch run --pet ~/.codex/pets/pinchy",
            "  perch run --source file:status.json",
            "  my-agent --events | perch run --source stdin --record today.jsonl"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return options.run(Workbench.of(spec));
    }
}
