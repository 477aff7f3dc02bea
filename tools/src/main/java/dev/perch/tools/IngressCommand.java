package dev.perch.tools;

import dev.perch.client.ClientFile;
import dev.perch.control.ControlCommand;
import dev.perch.ingress.IngressServer;
import dev.perch.json.JsonTree;
import dev.perch.local.LocalFault;
import dev.perch.settings.Setting;
import dev.perch.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    @Override
    public Integer call() throws IOException, LocalFault {
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
            case status -> status(bench);
        };
    }

    private void say(Workbench bench, String word, String sentence) {
        bench.say(json ? JsonTree.line(Map.of("ingress", word)) : sentence);
    }

    private int status(Workbench bench) throws IOException, LocalFault {
        boolean open =
                Files.exists(RunningCompanion.folder(bench).socket(IngressServer.SOCKET), LinkOption.NOFOLLOW_LINKS);
        int clients = new ClientFile(bench.folders().state()).read().size();
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("ingress", open ? "on" : "off");
        words.put("clients", clients);
        bench.say(
                json
                        ? JsonTree.line(words)
                        : "The ingress is " + (open ? "on" : "off") + "; " + clients
                                + (clients == 1 ? " program is registered." : " programs are registered."));
        return 0;
    }
}
