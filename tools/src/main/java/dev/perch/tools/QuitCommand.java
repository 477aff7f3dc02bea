package dev.perch.tools;

import dev.perch.control.ControlCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code perch quit}. */
@Command(
        name = "quit",
        mixinStandardHelpOptions = true,
        header = {"Ends the companion.", ""},
        description = {"Waits for some seconds until it has ended.", ""})
final class QuitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public Integer call() {
        return new RunningCompanion(spec).ask(ControlCommand.QUIT, (answer, bench) -> {
            boolean ended = ended(answer.pid());
            bench.say(ended ? "The companion has ended." : "The companion is ending (process " + answer.pid() + ").");
        });
    }

    private static boolean ended(long pid) {
        Optional<ProcessHandle> companion = ProcessHandle.of(pid);
        if (companion.isEmpty()) {
            return true;
        }
        try {
            companion.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException untold) {
            return false;
        }
    }
}
