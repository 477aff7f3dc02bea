package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.plugin.jar.PluginJar;
import dev.perch.runtime.plugin.jar.PluginState;
import dev.perch.runtime.plugin.jar.UserPlugins;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch plugin}. */
@Command(
        name = "plugin",
        mixinStandardHelpOptions = true,
        header = {"Says which plugins there are, and which of them you trust.", ""},
        description = {
            "A plugin is a jar in the plugins folder, or one that the setting plugins names. It is a program: it can do"
                    + " whatever you can do. So none is loaded before you trust it, by the SHA-256 of its bytes; one that"
                    + " changes is off again, and so is one that failed three times, or in its setup.",
            ""
        },
        footer = {"", "Example:", "  perch plugin trust pomodoro.jar"})
final class PluginCommand {
    private static final int MOST_POINTS = 120;

    @Spec
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all jars, and how each is.")
    int list() {
        Workbench bench = Workbench.of(spec);
        UserPlugins plugins = bench.userPlugins();
        bench.say(plugins.folder().toString());
        List<String> lines = lines(plugins);
        lines.forEach(bench::say);
        if (lines.isEmpty()) {
            bench.say("no plugins: put a jar there");
        }
        return 0;
    }

    @Command(
            name = "trust",
            mixinStandardHelpOptions = true,
            description = "Has a jar loaded from the next start on, as long as its bytes stay the same.")
    int trust(
            @Parameters(paramLabel = "JAR", description = "The name of its file.") String name,
            @Option(names = "--yes", description = "Does not ask.") boolean yes)
            throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        PluginJar jar = find(bench, name);
        bench.say(VisibleText.shown(jar.file().toString(), MOST_POINTS));
        bench.say("SHA-256 " + jar.sha256());
        bench.say("It is a program and can do whatever you can do: read your files, start others, use the network.");
        if (!yes && !agreed(bench)) {
            bench.say("It stays off.");
            return 0;
        }
        bench.pluginTrust().trust(jar);
        bench.say("It is trusted, and loaded with the next start.");
        return 0;
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Trusts a jar no more. The file stays where it is.")
    int remove(@Parameters(paramLabel = "JAR", description = "The name of its file.") String name)
            throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        PluginJar jar = find(bench, name);
        bench.pluginTrust().forget(jar.sha256());
        bench.say("It is not loaded any more; delete "
                + VisibleText.shown(jar.file().toString(), MOST_POINTS) + " if you have no use for it.");
        return 0;
    }

    /** A line for each jar. */
    static List<String> lines(UserPlugins plugins) {
        List<String> lines = new ArrayList<>();
        for (PluginState state : plugins.states()) {
            String how = switch (state.phase()) {
                case TRUSTED -> "trusted";
                case NOT_TRUSTED -> "off: not trusted (perch plugin trust " + shown(state) + ")";
                case OFF -> state.why() + " (perch plugin trust " + shown(state) + " switches it on again)";
                case UNREADABLE -> "cannot be read: " + state.why();
            };
            lines.add(shown(state) + "  " + how);
            if (!state.jar().sha256().isEmpty()) {
                lines.add("    SHA-256 " + state.jar().sha256());
            }
        }
        return lines;
    }

    private static String shown(PluginState state) {
        return VisibleText.shown(state.jar().name(), MOST_POINTS);
    }

    private static PluginJar find(Workbench bench, String name) throws ProblemException {
        for (PluginState state : bench.userPlugins().states()) {
            boolean named = state.jar().name().equals(name)
                    || state.jar().file().toString().equals(name);
            if (named && state.phase() == PluginState.Phase.UNREADABLE) {
                throw new ProblemException(
                        Problem.error("plugin " + shown(state), "cannot be read: " + state.why(), "check the file"));
            }
            if (named) {
                return state.jar();
            }
        }
        throw new ProblemException(Problem.error(
                "plugin " + VisibleText.shown(name, MOST_POINTS),
                "there is no such jar in " + bench.userPlugins().folder(),
                "see perch plugin list for those there are"));
    }

    private static boolean agreed(Workbench bench) {
        bench.say("Trust it? Type yes:");
        Scanner answers = new Scanner(bench.in(), StandardCharsets.UTF_8);
        return answers.hasNextLine() && answers.nextLine().strip().equals("yes");
    }
}
