package dev.perch.tools;

import dev.perch.audit.AuditCheck;
import dev.perch.model.Problem;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    /** {@code perch audit tail}. */
    @Command(
            name = "tail",
            mixinStandardHelpOptions = true,
            header = "The last lines, oldest first, one JSON object each.")
    static final class Tail implements Callable<Integer> {
        @Option(names = "-n", paramLabel = "LINES", description = "How many (default: ${DEFAULT-VALUE}).")
        private int lines = 20;

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
            })
    static final class Verify implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException, ProblemException {
            Workbench bench = Workbench.of(spec);
            AuditCheck.Finding found = AuditCheck.walk(folder(bench));
            String fault = found.fault();
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
