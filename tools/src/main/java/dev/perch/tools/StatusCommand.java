package dev.perch.tools;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusJson;
import dev.perch.control.StatusView;
import java.time.Duration;
import java.util.ArrayList;
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
        header = {"Says how the companion is: its state, its window, what feeds it, whether programs may write.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is told", "1:the companion does not answer", "2:bad input", "6:no companion runs"})
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
        if (status == null) {
            return List.of(head);
        }
        List<String> lines = new ArrayList<>();
        lines.add(head);
        lines.add("pet       " + status.pet());
        lines.add("state     " + state(status));
        lines.add("window    " + window(status.window()));
        if (status.pets().size() > 1) {
            status.pets().forEach(pet -> lines.add("plays     " + pet(pet)));
        }
        lines.add("sources   " + sources(status));
        lines.add("ingress   " + ingress(status.writers()));
        lines.add("problems  " + status.problems());
        return lines;
    }

    private static String ingress(int writers) {
        return writers == StatusView.INGRESS_OFF ? "off" : "on, " + writers + " connected";
    }

    private static String pet(StatusView.Pet pet) {
        String plays = pet.plays().isEmpty() ? "all else" : pet.plays();
        String says = pet.title().isEmpty() ? pet.state() : pet.state() + ": " + pet.title();
        return plays + " by " + pet.name() + ", " + (pet.onScreen() ? window(pet.window()) : "off the screen") + ", "
                + says;
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
