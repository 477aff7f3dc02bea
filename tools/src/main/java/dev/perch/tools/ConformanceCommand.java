package dev.perch.tools;

import dev.perch.client.ClientKey;
import dev.perch.ingress.IngressServer;
import dev.perch.json.JsonTree;
import dev.perch.local.LocalFault;
import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.tools.conformance.ClientKit;
import dev.perch.tools.conformance.ServerKit;
import dev.perch.tools.conformance.Verdict;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code perch conformance}. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        header = {"Checks whether a server or a client keeps the rules of docs/ingress.md.", ""},
        description = {
            "Without CLIENT it speaks to the server at --socket. Without --key it looks at what a stranger sees. With a key it"
                    + " also sends some orders about a thread that nobody has, shows a snapshot for a second, and uses up"
                    + " the client's messages of a minute.",
            "",
            "With CLIENT it plays the server, and runs that program once for each rule: to send {text} to {thread}, wait until"
                    + " it is completed, and end with 0 only then.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every rule that was looked at is kept", "1:one is not", "2:bad input"},
        footer = {
            "",
            "Examples:",
            "  perch conformance",
            "  perch conformance --socket other.sock --key key.json --json",
            "  perch conformance -- python3 examples/clients/perch_client.py --socket {socket} --key-file {key}"
                    + " --until completed start {thread} {text}"
        })
final class ConformanceCommand implements Callable<Integer> {
    @Option(
            names = "--socket",
            paramLabel = "PATH",
            description = "Where the server listens (default: your companion's).")
    private @Nullable Path socket;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "The key of a registered client: {\"clientId\": …, \"key\": …}. perch client add keeps such a file; add it with --scope all --unasked.")
    private @Nullable Path keyFile;

    @Option(names = "--only", paramLabel = "ID", description = "Only the rules whose id begins so, such as frame.")
    private String only = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "How long a client may take for each word (default: ${DEFAULT-VALUE}).")
    private int patience = 20;

    @Option(names = "--json", description = "One JSON object, for scripts.")
    private boolean json;

    @Parameters(paramLabel = "CLIENT", description = "After --: the words that run a client.")
    private List<String> client = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ProblemException, IOException, LocalFault {
        Workbench bench = Workbench.of(spec);
        List<Verdict> verdicts = client.isEmpty() ? server(bench) : client(bench);
        if (verdicts.isEmpty()) {
            throw new ProblemException(Problem.error(
                    "--only", "no rule's id begins with \"" + only + "\"", "leave it out to see all of them"));
        }
        long failed = count(verdicts, Verdict.End.FAILED);
        long passed = count(verdicts, Verdict.End.PASSED);
        if (json) {
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("passed", passed);
            words.put("failed", failed);
            words.put("notRun", count(verdicts, Verdict.End.NOT_RUN));
            words.put("cases", verdicts.stream().map(Verdict::words).toList());
            bench.say(JsonTree.line(words));
        } else {
            bench.say(passed + " kept, " + failed + " broken, " + count(verdicts, Verdict.End.NOT_RUN) + " not run.");
        }
        return failed == 0 && passed > 0 ? 0 : 1;
    }

    private List<Verdict> server(Workbench bench) throws ProblemException, LocalFault {
        Path at = socket == null ? RunningCompanion.folder(bench).socket(IngressServer.SOCKET) : socket;
        ClientKey key = key();
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(at)).close();
        } catch (IOException nobody) {
            throw new ProblemException(Problem.error(
                    at.toString(),
                    "nobody listens there",
                    "turn the ingress on with perch ingress on, or name a --socket"));
        }
        return ServerKit.run(at, key, only, verdict -> tell(bench, verdict));
    }

    private @Nullable ClientKey key() throws ProblemException {
        Path file = keyFile;
        if (file == null) {
            return null;
        }
        try {
            return ClientKey.read(file)
                    .orElseThrow(() -> new ProblemException(
                            Problem.error(file.toString(), "is not there", "make one with perch client add NAME")));
        } catch (IOException unread) {
            throw new ProblemException(
                    Problem.error(file.toString(), "is no key (" + unread.getMessage() + ")", "name another file"));
        }
    }

    private List<Verdict> client(Workbench bench) throws IOException, ProblemException {
        Path folder = Files.createTempDirectory("perch-conformance");
        try {
            return new ClientKit(folder, client, Duration.ofSeconds(patience))
                    .run(only, verdict -> tell(bench, verdict));
        } catch (IOException notRun) {
            throw new ProblemException(
                    Problem.error("client", String.valueOf(notRun.getMessage()), "check the words after --"));
        } finally {
            for (String name : List.of("ingress.sock", "key.json", "printed")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        }
    }

    private void tell(Workbench bench, Verdict verdict) {
        if (!json) {
            bench.say(verdict.end().word() + "  " + verdict.id() + ": " + verdict.rule()
                    + (verdict.why().isEmpty() ? "" : "\n    " + verdict.why()));
        }
    }

    private static long count(List<Verdict> verdicts, Verdict.End end) {
        return verdicts.stream().filter(verdict -> verdict.end() == end).count();
    }
}
