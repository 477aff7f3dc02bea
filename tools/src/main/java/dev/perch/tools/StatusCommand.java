package dev.perch.tools;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusJson;
import dev.perch.control.StatusView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        header = {"Says how the companion is: its state, its window, what feeds it.", ""},
        description = {"With no companion running it says so, with exit code 6.", ""})
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints one JSON object, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningCompanion(spec).ask(ControlCommand.STATUS, (answer, bench) -> {
            if (json) {
                bench.say(StatusJson.page(answer).stripTrailing());
            } else {
                lines(answer).forEach(bench::say);
            }
        });
    }

    private static List<String> lines(ControlAnswer answer) {
        StatusView status = answer.status();
        String head = "Perch " + answer.version() + " runs as process " + answer.pid() + ".";
        return status == null
                ? List.of(head)
                : List.of(
                        head,
                        "pet       " + status.pet(),
                        "state     " + state(status),
                        "window    " + window(status.window()),
                        "sources   " + sources(status),
                        "problems  " + status.problems());
    }

    private static String state(StatusView status) {
        String state = status.state() + " for " + time(status.sinceMillis()) + (status.stale() ? ", stale" : "");
        return status.title().isEmpty() ? state : state + ": " + status.title();
    }

    private static String time(long millis) {
        Duration time = Duration.ofMillis(millis);
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s";
        }
        return time.toHours() < 2 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    private static String window(StatusView.Window window) {
        String place = window.width() + "x" + window.height() + " at " + window.x() + "," + window.y();
        return window.tucked() ? place + ", tucked away" : place;
    }

    private static String sources(StatusView status) {
        List<String> sources = status.sources().stream()
                .map(source -> source.name() + " (" + source.phase() + ", " + source.snapshots() + " snapshots)")
                .toList();
        String named = sources.isEmpty() ? "none" : String.join(", ", sources);
        return status.sourcesLeftOut() == 0 ? named : named + " and " + status.sourcesLeftOut() + " more";
    }
}
