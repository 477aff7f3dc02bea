package dev.perch.tools;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.model.Problem;
import dev.perch.runtime.SystemClock;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The companion that runs already, reached from another process. */
final class RunningCompanion {
    /** The exit code when no companion runs. */
    static final int NOBODY = 6;

    private final Workbench bench;

    RunningCompanion(CommandSpec command) {
        bench = Workbench.of(command);
    }

    /** Where it would be. */
    static RunFolder folder(Workbench bench) throws LocalFault {
        return RunFolder.open(
                System.getenv("XDG_RUNTIME_DIR"), bench.folders().state().resolve("run"));
    }

    /** Does something with what it answers. */
    @FunctionalInterface
    interface Use {
        void take(ControlAnswer answer, Workbench bench);
    }

    /** Asks it; what goes wrong is said in one sentence. @return the exit code */
    int ask(ControlCommand command, Use use) {
        int exitCode = askIfThere(command, use);
        if (exitCode == NOBODY) {
            bench.note(nobody());
        }
        return exitCode;
    }

    /** No companion runs. */
    static Problem nobody() {
        return Problem.error("control", "no companion of yours runs here", "start one with ./perch");
    }

    /** Has it show the pet that is chosen now, where it runs. @return the exit code */
    int changePet() {
        int told = askIfThere(ControlCommand.PETS_USE, (answer, unused) -> bench.say("The pet changes."));
        if (told == NOBODY) {
            bench.say("The next start begins with it.");
            return 0;
        }
        return told;
    }

    /** As {@link #ask}, but says nothing where no companion runs. */
    int askIfThere(ControlCommand command, Use use) {
        try {
            Optional<ControlAnswer> answer = new ControlClient(folder(bench), new SystemClock()).ask(command);
            if (answer.isEmpty()) {
                return NOBODY;
            }
            if (!answer.get().ok()) {
                bench.note(Problem.error(
                        "control",
                        "the companion refused",
                        String.valueOf(answer.get().error())));
                return 1;
            }
            use.take(answer.get(), bench);
            return 0;
        } catch (LocalFault fault) {
            bench.note(fault.problem());
            return 1;
        }
    }
}
