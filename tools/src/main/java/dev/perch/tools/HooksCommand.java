package dev.perch.tools;

import dev.perch.hooks.HookAgent;
import dev.perch.hooks.HookTable;
import dev.perch.json.JsonTree;
import dev.perch.runtime.PerchFolders;
import dev.perch.runtime.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch hooks}. */
@Command(
        name = "hooks",
        mixinStandardHelpOptions = true,
        header = {"Has other agents tell Perch what they do, by their hooks.", ""},
        description = {
            "Changes the agent's own settings: the change is shown first, and the file is copied before it is written."
                    + " A hook never holds an agent up: it answers nothing and ends at once, also when Perch does not run.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is done, or told, or you said no",
            "1:a file cannot be written",
            "2:bad input, or settings that cannot be read; nothing was changed"
        },
        footer = {
            "",
            "Examples:",
            "  perch hooks status --json",
            "  perch hooks install claude",
            "  perch hooks remove codex --yes",
            "",
            "An agent that is not named here can hand its events over too: perch hook AGENT reads one on standard input."
        })
final class HooksCommand implements Callable<Integer> {
    enum Deed {
        install,
        remove,
        status
    }

    @Parameters(index = "0", paramLabel = "DEED", description = "install, remove or status.")
    private Deed deed = Deed.status;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AGENT",
            description = "codex, claude, gemini, opencode or cursor; the last is not tried with the real program.")
    private @Nullable String agent;

    @Option(names = "--yes", description = "Makes the change without asking.")
    private boolean yes;

    @Option(names = "--json", description = "With status: one JSON object, for scripts.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException {
        Workbench bench = Workbench.of(spec);
        if (deed == Deed.status) {
            return status(bench, agent == null ? List.of(HookAgent.values()) : List.of(chosen(agent)));
        }
        new TypedOptions(spec).refuse("with " + deed, "--json");
        if (agent == null) {
            throw new ProblemException("hooks: no agent is named; name one of " + words() + ".");
        }
        return change(bench, chosen(agent));
    }

    private static HookAgent chosen(String word) throws ProblemException {
        HookAgent chosen = HookAgent.of(word);
        if (chosen == null) {
            throw new ProblemException("hooks: there is no such agent; name one of " + words() + ".");
        }
        return chosen;
    }

    private static String words() {
        return Arrays.stream(HookAgent.values()).map(HookAgent::word).collect(Collectors.joining(", "));
    }

    static HookFiles files(PerchFolders folders, HookAgent agent) {
        return new HookFiles(agent, folders, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    private int status(Workbench bench, List<HookAgent> agents) {
        List<Map<String, Object>> all = new ArrayList<>();
        int exitCode = 0;
        for (HookAgent each : agents) {
            HookFiles files = files(bench.folders(), each);
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("agent", each.word());
            words.put("file", files.file().toString());
            String said;
            try {
                List<String> events = files.events(files.read());
                words.put("events", events);
                said = (events.isEmpty() ? "not installed" : String.join(", ", events)) + " (" + files.file() + ")";
            } catch (ProblemException unread) {
                words.put("fault", String.valueOf(unread.getMessage()));
                said = String.valueOf(unread.getMessage());
                exitCode = 2;
            }
            all.add(words);
            if (!json) {
                bench.say(each.displayName() + ": " + said);
            }
        }
        if (json) {
            bench.say(JsonTree.line(Map.of("hooks", all)));
        }
        return exitCode;
    }

    private int change(Workbench bench, HookAgent agent) throws ProblemException, IOException {
        HookFiles files = files(bench.folders(), agent);
        HookFiles.Settings before = files.read();
        List<String> held = files.events(before);
        byte[] after = deed == Deed.install ? files.installed(before) : files.removed(before);
        if (Arrays.equals(after, before.bytes())) {
            bench.say(files.file() + " needs no change.");
            return 0;
        }
        List<String> events = deed == Deed.install ? List.copyOf(HookTable.wanted(agent)) : held;
        bench.say(files.file() + ":");
        bench.say((deed == Deed.install ? "  + " : "  - ") + String.join(", ", events));
        bench.say(files.shown(after));
        if (!yes && !agreed(bench)) {
            bench.say("Nothing was changed.");
            return 0;
        }
        if (deed == Deed.install) {
            files.placeProgram();
        }
        Path copy = files.write(before, after);
        bench.say((after == null ? "Removed: " : "Written: ")
                + files.file()
                + (copy == null ? "" : "; as it was: " + copy));
        if (deed == Deed.install) {
            bench.say(advice(agent));
        }
        return 0;
    }

    private static String advice(HookAgent agent) {
        return switch (agent) {
            case CODEX -> "Codex runs only hooks that you trusted: type /hooks in Codex, and trust these.";
            case CLAUDE -> "Claude Code takes them up with its next session.";
            case OPENCODE -> "OpenCode runs every file of that folder with your rights, from its next start on.";
            case GEMINI, CURSOR -> agent.displayName() + " takes them up with its next start.";
        };
    }

    private static boolean agreed(Workbench bench) throws IOException {
        bench.say("Make this change? [y/N]");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
