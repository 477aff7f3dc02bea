package dev.perch.tools;

import dev.perch.action.Grant;
import dev.perch.action.GrantBook;
import dev.perch.action.GrantFile;
import dev.perch.action.GrantKey;
import dev.perch.audit.AuditLog;
import dev.perch.model.Problem;
import dev.perch.runtime.CompanionActions;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch permissions}: what the user permitted pets to do. */
@Command(
        name = "permissions",
        mixinStandardHelpOptions = true,
        header = {"Lists what you permitted pets to do, and takes it back.", ""},
        description = {
            "Permissions are given on the screen alone. A companion that runs forgets within a second what is revoked here,",
            "with --all also what you allowed until it ends.",
            ""
        },
        subcommands = {PermissionsCommand.ListThem.class, PermissionsCommand.Revoke.class})
final class PermissionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return new ListThem().list(Workbench.of(spec));
    }

    /** {@code perch permissions list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, header = "One permission a line, with its number.")
    static final class ListThem implements Callable<Integer> {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault());

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return list(Workbench.of(spec));
        }

        int list(Workbench bench) throws ProblemException {
            GrantBook book = sound(new GrantFile(bench.folders().state()).load());
            if (book.grants().isEmpty()) {
                bench.say("Nothing is permitted.");
            }
            for (int i = 0; i < book.grants().size(); i++) {
                Grant grant = book.grants().get(i);
                bench.say((i + 1) + "  " + grant.ruling().name().toLowerCase(java.util.Locale.ROOT) + "  "
                        + grant.key().pet() + " " + grant.key().action() + "  until "
                        + DAY.format(Instant.ofEpochMilli(grant.expiresMillis())) + "  "
                        + grant.key().target().replace("\n", ", "));
            }
            return 0;
        }
    }

    /** {@code perch permissions revoke}. */
    @Command(name = "revoke", mixinStandardHelpOptions = true, header = "Takes a permission back, or all.")
    static final class Revoke implements Callable<Integer> {
        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "As perch permissions list counts.")
        private @Nullable Integer number;

        @Option(names = "--all", description = "All of them, also when the file is damaged.")
        private boolean all;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws ProblemException, IOException {
            Workbench bench = Workbench.of(spec);
            GrantFile file = new GrantFile(bench.folders().state());
            if (all) {
                file.save(GrantBook.EMPTY);
                audit(bench, GrantKey.ALL);
                bench.say("Nothing is permitted any more.");
                return 0;
            }
            GrantBook book = sound(file.load());
            if (number == null || number < 1 || number > book.grants().size()) {
                throw new ProblemException(Problem.error(
                        "perch permissions revoke",
                        number == null ? "needs a number or --all" : "there is no permission " + number,
                        "see perch permissions list"));
            }
            Grant gone = book.grants().get(number - 1);
            file.save(book.without(number - 1));
            audit(bench, gone.key());
            bench.say(gone.key().pet() + " may no longer " + gone.key().action() + " unasked.");
            return 0;
        }
    }

    private static void audit(Workbench bench, GrantKey gone) throws IOException {
        new AuditLog(CompanionActions.auditFolder(bench.folders()), System::currentTimeMillis)
                .append("grant", gone.revoked());
    }

    private static GrantBook sound(GrantBook book) throws ProblemException {
        Problem fault = book.fault();
        if (fault != null) {
            throw new ProblemException(fault);
        }
        return book;
    }
}
