package dev.perch.tools;

import dev.perch.client.ClientFile;
import dev.perch.control.ControlCommand;
import dev.perch.control.StatusView;
import dev.perch.json.JsonTree;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch ingress}. */
@Command(
        name = "ingress",
        mixinStandardHelpOptions = true,
        header = {"Lets programs that you registered write to your agents, or no longer.", ""},
        description = {
            "It is off at first. On asks you at the pet, for nothing but your own click turns it on; off shuts it at once. See"
                    + " docs/ingress.md.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is off, or the pet asks you, or its state is told",
            "1:the companion does not answer",
            "2:bad input",
            "6:on, and no companion runs"
        })
final class IngressCommand implements Callable<Integer> {
    enum Deed {
        on,
        off,
        status
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "DEED", description = "on, off or status (default).")
    private Deed deed = Deed.status;

    @Option(names = "--json", description = "One JSON object, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private String state = "off";

    @Override
    public Integer call() throws IOException {
        Workbench bench = Workbench.of(spec);
        RunningCompanion companion = new RunningCompanion(spec);
        return switch (deed) {
            case on ->
                companion.ask(
                        ControlCommand.INGRESS_ON,
                        (answer, any) -> say(bench, "asked", "The pet asks you; click it, and turn it on there."));
            case off -> {
                int told = companion.askIfThere(ControlCommand.INGRESS_OFF, (answer, any) -> {});
                if (told == RunningCompanion.NOBODY) {
                    new SettingsFile(bench.folders().config()).set(Setting.INGRESS, "off");
                    told = 0;
                }
                if (told == 0) {
                    say(bench, "off", "No program can write any more.");
                }
                yield told;
            }
            case status -> {
                int told = companion.askIfThere(ControlCommand.STATUS, (answer, any) -> {
                    StatusView status = answer.status();
                    state = status != null && status.writers() != StatusView.INGRESS_OFF ? "on" : "off";
                });
                yield told == 0 || told == RunningCompanion.NOBODY ? status(bench) : told;
            }
        };
    }

    private void say(Workbench bench, String word, String sentence) {
        bench.say(json ? JsonTree.line(Map.of("ingress", word)) : sentence);
    }

    private int status(Workbench bench) throws IOException {
        Object atStart =
                new SettingsFile(bench.folders().config()).look().settings().value(Setting.INGRESS);
        int clients = new ClientFile(bench.folders().state()).read().size();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("ingress", state);
        words.put("atStart", atStart);
        words.put("clients", clients);
        String later = state.equals("off") && atStart.equals("on") ? " until the next start turns it on" : "";
        bench.say(
                json
                        ? JsonTree.line(words)
                        : "The ingress is " + state + later + "; " + clients
                                + (clients == 1 ? " program is registered." : " programs are registered."));
        return 0;
    }
}
