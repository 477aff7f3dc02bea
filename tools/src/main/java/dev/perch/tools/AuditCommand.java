package dev.perch.tools;

import dev.perch.audit.AuditCheck;
import dev.perch.json.JsonTree;
import dev.perch.model.Problem;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perch audit}: what pets asked for and what came of it. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = {"Shows what pets asked for, what was decided and what was done.", ""},
        subcommands = {AuditCommand.Tail.class, AuditCommand.Verify.class})
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return new Tail().tail(Workbench.of(spec));
    }

    /** The exit code when the chain is broken. */
    private static final int BROKEN = 2;

    /** {@code perch audit tail}. */
    @Command(
            name = "tail",
            mixinStandardHelpOptions = true,
            header = "The last lines, oldest first, one JSON object each.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:they are told", "1:the log cannot be read", "2:bad input"})
    static final class Tail implements Callable<Integer> {
        @Option(names = "-n", paramLabel = "LINES", description = "How many (default: ${DEFAULT-VALUE}).")
        private int lines = 20;

        @SuppressWarnings("UnusedVariable") // taken, since all that list anything take it
        @Option(names = "--json", description = "Changes nothing: they are told as they were written, for people too.")
        void json(boolean asked) {}

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            return tail(Workbench.of(spec));
        }

        int tail(Workbench bench) throws IOException {
            AuditCheck.tail(folder(bench), Math.max(1, lines)).forEach(bench::say);
            return 0;
        }
    }

    /** {@code perch audit verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            header = {"Walks the chain of the lines.", ""},
            description = {
                "It finds a line that was changed or taken out later, also at the end, and says which. It cannot find a whole log"
                        + " that was written anew by a program of yours.",
                ""
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the chain holds", "1:the log cannot be read", "2:the chain is broken"})
    static final class Verify implements Callable<Integer> {
        @Option(names = "--json", description = "One JSON object, for scripts.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException, ProblemException {
            Workbench bench = Workbench.of(spec);
            AuditCheck.Finding found = AuditCheck.walk(folder(bench));
            String fault = found.fault();
            if (json) {
                Map<String, @Nullable Object> words = new LinkedHashMap<>();
                words.put("lines", found.lines());
                words.put("fault", fault);
                bench.say(JsonTree.line(words));
                return fault == null ? 0 : BROKEN;
            }
            if (fault != null) {
                throw new ProblemException(Problem.error("audit", fault, "keep a copy, and look who wrote it"));
            }
            bench.say(found.lines() + " lines, each follows the one before it, and the newest is there.");
            return 0;
        }
    }

    private static Path folder(Workbench bench) {
        return CompanionActions.auditFolder(bench.folders());
    }
}
