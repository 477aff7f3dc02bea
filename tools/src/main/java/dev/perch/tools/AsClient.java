package dev.perch.tools;

import dev.perch.json.JsonTree;
import dev.perch.runtime.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** As which registered program a command speaks, and to whom it tells what came of it. */
final class AsClient {
    @Option(
            names = "--client",
            paramLabel = "NAME",
            defaultValue = "cli",
            description = "As which registered program (default: ${DEFAULT-VALUE}).")
    private String name = "cli";

    @Option(names = "--json", description = "One JSON object, for scripts.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Does something as that program. @return the exit code */
    int call(IngressLine.Use use) throws ProblemException {
        return new IngressLine(spec()).as(name, use);
    }

    /** Tells what came of it: {@code words} to scripts, {@code sentence} to people. */
    void say(Map<String, ?> words, String sentence) {
        Workbench.of(spec()).say(json ? JsonTree.line(words) : sentence);
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("it is part of no command");
        }
        return command;
    }
}
