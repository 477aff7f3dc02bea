package dev.perch.tools;

import dev.perch.client.Client;
import dev.perch.client.ClientFile;
import dev.perch.client.Consent;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressServer;
import dev.perch.json.JsonTree;
import dev.perch.local.Endpoint;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.runtime.SystemClock;
import dev.perch.status.StatusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch client}: the programs that may read and write. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        header = {
            "Registers programs that may read how your agents stand or write to them, and says which there are.",
            ""
        },
        subcommands = {ClientCommand.Add.class, ClientCommand.ListAll.class, ClientCommand.Revoke.class})
final class ClientCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException {
        return new ListAll().list(Workbench.of(spec));
    }

    /** {@code perch client add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            header = {"Asks you, at the pet, to let a program in, and keeps its key.", ""},
            description = {"It shows three words, and so does the pet: click it, compare, and choose.", ""},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:it is registered",
                "1:the companion cannot be reached, or the key cannot be written",
                "2:bad input",
                "6:no companion runs",
                "7:its ingress is off; who only reads needs none",
                "8:you did not let it in",
                "10:it was refused: its name is taken"
            },
            footer = {
                "",
                "Example:",
                "  perch client add dashboard",
                "  perch client add cli --scope all",
                "  perch client add ci --scope snapshot.write --scope turn.start"
            })
    static final class Add implements Callable<Integer> {
        private static final int MOST_DAYS = 90;

        @Parameters(index = "0", paramLabel = "NAME", description = "Small letters, digits and hyphens, at most 24.")
        private String name = "";

        @Option(
                names = "--scope",
                paramLabel = "SCOPE",
                description =
                        "What it may do; may be given more than once: status.read (default), status.detail, snapshot.write,"
                                + " turn.start, turn.steer, turn.interrupt, thread.open, or all.")
        private List<String> scopes = List.of("status.read");

        @Option(
                names = "--thread",
                paramLabel = "ID",
                description = "The only thread that it may reach; may be given more than once (default: all).")
        private List<String> threads = List.of();

        @Option(
                names = "--workspace",
                paramLabel = "DIR",
                description = "A folder whose threads are the only ones it may reach; may be given more than once.")
        private List<Path> folders = List.of();

        @Option(
                names = "--source",
                paramLabel = "NAME",
                description = "The only one of its own sources whose snapshots it may show (default: all).")
        private List<String> sources = List.of();

        @Option(
                names = "--unasked",
                description = "Lets it write without asking you at the pet each time, which is the default of turn.*.")
        private boolean unasked;

        @ArgGroup
        private Term term = new Term();

        /** For how long. */
        static final class Term {
            @Option(names = "--days", paramLabel = "N", description = "For how long, 1 to 90 (default: 90).")
            private int days = 90;

            @Option(names = "--session", description = "Until Perch ends.")
            private boolean session;
        }

        @Option(names = "--json", description = "One JSON object, for scripts; the words go to standard error.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws ProblemException {
            if (!Client.isName(name)) {
                throw new ProblemException(Problem.error(
                        "NAME",
                        "cannot be a client's",
                        "begin with a small letter; use small letters, digits and hyphens"));
            }
            TypedOptions.refuseBeyond("--days", term.days, 1, MOST_DAYS);
            Set<Scope> wanted = scopes();
            String socket = Scope.READING.containsAll(wanted) ? StatusServer.SOCKET : IngressServer.SOCKET;
            return new IngressLine(spec).unknown(socket, (client, bench) -> {
                Path file = IngressLine.keyFile(bench, name);
                client.register(
                                name,
                                new Rights(
                                        wanted,
                                        unasked ? Set.of() : Scope.TURNS,
                                        Set.copyOf(threads),
                                        folders.stream()
                                                .map(one -> one.toAbsolutePath()
                                                        .normalize()
                                                        .toString())
                                                .collect(Collectors.toSet()),
                                        Set.copyOf(sources)),
                                term.session ? Consent.SESSION : term.days,
                                code -> bench.progress("the pet asks you about \"" + name
                                        + "\"; click it, and let it in if it shows " + code))
                        .write(file);
                Map<String, Object> words = new LinkedHashMap<>();
                words.put("name", name);
                words.put("scopes", wanted.stream().map(Scope::word).sorted().toList());
                words.put("key", file.toString());
                bench.say(json ? JsonTree.line(words) : name + " is registered; its key is " + file);
                return 0;
            });
        }

        private Set<Scope> scopes() throws ProblemException {
            Set<Scope> wanted = EnumSet.noneOf(Scope.class);
            for (String word : scopes) {
                if (word.equals("all")) {
                    return EnumSet.allOf(Scope.class);
                }
                wanted.add(Scope.of(word)
                        .orElseThrow(() -> new ProblemException(Problem.error(
                                "--scope",
                                "there is no such scope",
                                "use all, or "
                                        + Arrays.stream(Scope.values())
                                                .map(Scope::word)
                                                .collect(Collectors.joining(", "))))));
            }
            return wanted;
        }
    }

    /** {@code perch client list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            header = "The registered programs.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:they are told, also where there are none", "2:bad input, or the list cannot be read"})
    static final class ListAll implements Callable<Integer> {
        @Option(names = "--json", description = "One JSON object, for scripts.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws ProblemException {
            return list(Workbench.of(spec));
        }

        int list(Workbench bench) throws ProblemException {
            List<Client> clients = read(bench);
            if (json) {
                bench.say(JsonTree.line(
                        Map.of("clients", clients.stream().map(ListAll::tree).toList())));
                return 0;
            }
            if (clients.isEmpty()) {
                bench.say("No program is registered.");
            }
            for (Client client : clients) {
                Rights rights = client.rights();
                List<String> only = Stream.concat(
                                rights.places().stream(),
                                rights.sources().stream().map(source -> "its " + source))
                        .toList();
                bench.say(client.name() + ": "
                        + words(client.scopes())
                        + (rights.asks().isEmpty() ? "" : ", asking for " + words(rights.asks()))
                        + (only.isEmpty() ? "" : ", only in " + String.join(", ", only))
                        + end(client));
            }
            return 0;
        }

        private static String words(Set<Scope> scopes) {
            return scopes.stream().map(Scope::word).sorted().collect(Collectors.joining(", "));
        }

        private static Map<String, Object> tree(Client client) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", client.name());
            tree.put("clientId", client.id());
            tree.put(
                    "scopes", client.scopes().stream().map(Scope::word).sorted().toList());
            tree.put(
                    "ask",
                    client.rights().asks().stream().map(Scope::word).sorted().toList());
            tree.put("threads", client.rights().threads().stream().sorted().toList());
            tree.put("folders", client.rights().folders().stream().sorted().toList());
            tree.put("sources", client.rights().sources().stream().sorted().toList());
            tree.put("until", Instant.ofEpochMilli(client.untilMs()).toString());
            tree.put("session", !client.run().isEmpty());
            tree.put("valid", SystemClock.wallMillis() < client.untilMs() && !isOver(client));
            return tree;
        }

        /** Whether the run of Perch is over in which alone it was let in. */
        private static boolean isOver(Client client) {
            return !client.run().isEmpty() && !Endpoint.isRunning(client.run());
        }

        private static String end(Client client) {
            if (!client.run().isEmpty()) {
                return isOver(client) ? ", no more since Perch ended" : ", until Perch ends";
            }
            return ", until "
                    + Instant.ofEpochMilli(client.untilMs())
                            .atZone(ZoneId.systemDefault())
                            .toLocalDate()
                            .toString();
        }
    }

    /** {@code perch client revoke}. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            header = "Shuts a program out, at once; what it has waiting is not sent.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:it is shut out",
                "1:the list cannot be written",
                "2:no program of that name is registered, or the list cannot be read"
            })
    static final class Revoke implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "NAME", description = "Which program.")
        private String name = "";

        @Option(names = "--json", description = "One JSON object, for scripts.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws ProblemException, IOException {
            Workbench bench = Workbench.of(spec);
            if (read(bench).stream().noneMatch(one -> one.name().equals(name))) {
                throw new ProblemException(
                        Problem.error("NAME", "no program of that name is registered", "see perch client list"));
            }
            new ClientFile(bench.folders().state())
                    .change(all ->
                            all.stream().filter(one -> !one.name().equals(name)).toList());
            Files.deleteIfExists(IngressLine.keyFile(bench, name));
            bench.say(json ? JsonTree.line(Map.of("revoked", name)) : name + " is shut out.");
            return 0;
        }
    }

    private static List<Client> read(Workbench bench) throws ProblemException {
        ClientFile file = new ClientFile(bench.folders().state());
        try {
            return file.read();
        } catch (IOException unread) {
            throw new ProblemException(Problem.error(
                    file.path().toString(), "cannot be read (" + unread.getMessage() + ")", "mend or remove it"));
        }
    }
}
