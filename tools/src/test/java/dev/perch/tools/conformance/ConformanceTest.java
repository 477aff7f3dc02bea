package dev.perch.tools.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientKey;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressLimits;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.testkit.OpenIngress;
import dev.perch.tools.conformance.Verdict.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit finds nothing wrong with Perch and its clients, and something with each that is made wrong. */
final class ConformanceTest {
    @TempDir
    private Path home;

    private OpenIngress ingress;

    @BeforeEach
    void open() throws Exception {
        ingress = new OpenIngress(home.resolve("perch"), ConformanceTest::send, IngressLimits.STANDARD, Set.of());
    }

    @AfterEach
    void close() {
        ingress.close();
    }

    private static void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        then.accept(new TurnAnswer.Refused("there is no such thread"));
    }

    @Test
    void theServerOfPerchKeepsEveryRule() throws Exception {
        ClientKey key = ingress.register("kit", EnumSet.allOf(Scope.class));
        List<Verdict> verdicts = ServerKit.run(ingress.socket(), key, "", verdict -> {});
        assertEquals(List.of(), not(End.PASSED, verdicts));
        assertTrue(verdicts.size() > 70, verdicts.size() + " rules");
        assertEquals(
                verdicts.size(), verdicts.stream().map(Verdict::id).distinct().count(), "each has its own id");
    }

    @Test
    void eachMethodOfTheDocumentIsAskedForByAStranger() throws Exception {
        Pattern method = Pattern.compile("`([a-z]+(?:/[a-z]+)*)`");
        Set<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("../docs/ingress.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 5 && !cells[3].isBlank() && line.contains("` | ")) {
                method.matcher(cells[1]).results().forEach(found -> documented.add(found.group(1)));
            }
        }
        documented.removeAll(Set.of("hello", "auth", "client/register"));
        assertTrue(documented.contains("thread/queue/add"), documented::toString);
        Set<String> asked = ServerCases.all().stream()
                .map(Case::id)
                .filter(id -> id.startsWith("first."))
                .map(id -> id.substring("first.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        documented.add("no/such");
        assertEquals(documented, asked);
    }

    @Test
    void whatAClientMayNotDoIsLookedAtInsteadOfTheRest() throws Exception {
        ClientKey key = ingress.register("kit", EnumSet.of(Scope.SNAPSHOT_WRITE));
        List<Verdict> verdicts = ServerKit.run(ingress.socket(), key, "", verdict -> {});
        assertEquals(Set.of(), ids(End.FAILED, verdicts));
        assertTrue(ids(End.NOT_RUN, verdicts).contains("delivery.replay"));
        assertTrue(ids(End.PASSED, verdicts).containsAll(Set.of("method.scopes", "snapshot.order")));
    }

    /** Ways to be a wrong server, and the rule that sees it. */
    private enum Wrong {
        FALSE_PROOF("auth.proofs", line -> line.replaceAll("(serverProof\":\"..)..", "$100")),
        SAME_NONCE(
                "hello.shape",
                line -> line.replaceAll("serverNonce\":\"[0-9a-f]{64}", "serverNonce\":\"" + "ab".repeat(32))),
        LETS_ANYBODY_ASK("first.ping", line -> line.replaceAll("\"error\":\\{\"code\":-32002[^}]*}", "\"result\":{}")),
        ANY_METHOD(
                "method.command/exec", line -> line.replaceAll("\"error\":\\{\"code\":-32601[^}]*}", "\"result\":{}")),
        WRONG_CODE("frame.no-json", line -> line.replace("-32700", "-32600")),
        NO_SENTENCE("param.model", line -> line.replaceAll("\"message\":\"[^\"]*\"", "\"message\":\"\"")),
        ANOTHER_ID("frame.two-at-once", line -> line.replaceAll("\"id\":\"a-[^\"]*\"", "\"id\":\"b\"")),
        ROUNDED_ID("frame.two-at-once", line -> line.replace("9007199254740993", "9007199254740992")),
        NO_VERSION("auth.proofs", line -> line.replace("\"jsonrpc\":\"2.0\",", "")),
        DELIVERS_TWICE("delivery.replay", line -> line.replace("\"replayed\":true", "\"replayed\":false")),
        FORGETS_RECEIPTS(
                "delivery.replay",
                line -> line.replaceAll("receiptId\":\"[^\"]*", "receiptId\":\"" + System.nanoTime())),
        TAKES_ANOTHER_BODY("delivery.other-body", line -> line.replace("-32009", "-32602")),
        UNHEARD_STATE("delivery.receipt", line -> line.replace("\"state\":\"failed\"", "\"state\":\"sorry\"")),
        FINDS_ANYTHING("delivery.none", line -> line.replaceAll("\"error\":\\{\"code\":-32006[^}]*}", "\"result\":{}")),
        LATE_SNAPSHOTS("snapshot.order", line -> line.replace("\"stale\":true", "\"applied\":true")),
        FORGETS_COUNTS("snapshot.counts", line -> line.replace("\"seq\":5", "\"seq\":4")),
        ALWAYS_ANEW(
                "snapshot.counts",
                line -> line.replaceAll("epoch\":\"[0-9a-f]{12}\"", "epoch\":\"" + System.nanoTime() + "\"")),
        NEVER_TOO_OFTEN("limit.messages", line -> line.replace("-32005", "-32001")),
        ANY_NUMBER("limit.connections", line -> line.replaceAll("\"error\":\\{\"code\":-32001[^}]*}", "\"result\":{}")),
        NO_JSON("hello.shape", line -> "Content-Length: " + line.length()),
        HANGS_ON("frame.no-json", UnaryOperator.identity());

        private final String rule;

        @SuppressWarnings("ImmutableEnumChecker") // none of them remembers anything
        private final UnaryOperator<String> said;

        Wrong(String rule, UnaryOperator<String> said) {
            this.rule = rule;
            this.said = said;
        }
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void aServerThatIsWrongIsFound(Wrong wrong) throws Exception {
        ClientKey key = ingress.register("kit", EnumSet.allOf(Scope.class));
        assertEquals(
                Set.of(wrong.rule), ids(End.PASSED, ServerKit.run(ingress.socket(), key, wrong.rule, verdict -> {})));
        Path at = home.resolve("crooked.sock");
        try (CrookedServer server = new CrookedServer(at, ingress.socket(), wrong.said, wrong != Wrong.HANGS_ON)) {
            assertEquals(Set.of(wrong.rule), ids(End.FAILED, ServerKit.run(at, key, wrong.rule, verdict -> {})));
        }
    }

    @ParameterizedTest
    @EnumSource(ExampleClient.class)
    void theClientsThatComeAlongKeepEveryRule(ExampleClient client) throws Exception {
        assertEquals(List.of(), not(End.PASSED, clientVerdicts(client.command(home), "", Duration.ofMinutes(1))));
    }

    /** Ways to be a wrong client: a piece of the Python one, what stands there instead, and the rules that see it. */
    private enum WrongClient {
        BELIEVES_ANYBODY(
                "if not hmac.compare_digest(proof(\"S\")",
                "if False and not hmac.compare_digest(proof(\"S\")",
                "hello.impostor"),
        ONE_NONCE("secrets.token_hex(32)", "'ab' * 32", "hello.nonces"),
        OWN_WORDS("print(f\"perch_client: {refused}\"", "print(\"perch_client: it did not work\"", "answer.refused"),
        DROPS_EARLY_NEWS("self._news.append(message)", "pass", "news.first"),
        ANY_NEWS("and told.get(\"key\") == receipt[\"key\"]", "", "news.of-others"),
        ALL_IS_WELL("return 10 if", "return 0 if", "news.failed"),
        WAITS_FOR_THE_UNKNOWN("or state == \"unknown\"", "", "news.unknown"),
        SENDS_AGAIN("answer = perch.wait(", "getattr(perch, deed)(*rest); answer = perch.wait(", "hello.plain"),
        ENDLESS_LINES("readline(FRAME_BYTES + 1)", "readline()", "answer.endless"),
        ONLY_THE_KNOWN(
                "elif message.get(\"method\") == \"delivery/updated\":",
                "else:\n                assert message[\"method\"] == \"delivery/updated\"",
                "answer.more-fields");

        private final String piece;
        private final String instead;
        private final String rule;

        WrongClient(String piece, String instead, String rule) {
            this.piece = piece;
            this.instead = instead;
            this.rule = rule;
        }
    }

    @ParameterizedTest
    @EnumSource(WrongClient.class)
    void aClientThatIsWrongIsFound(WrongClient wrong) throws Exception {
        String right = Files.readString(ExampleClient.FOLDER.resolve("perch_client.py"));
        assertTrue(right.contains(wrong.piece), wrong.piece);
        Path program = Files.writeString(home.resolve("wrong.py"), right.replace(wrong.piece, wrong.instead));
        Set<String> found = ids(
                End.FAILED,
                clientVerdicts(
                        List.of("python3", program.toString()),
                        wrong == WrongClient.ONE_NONCE ? "hello" : wrong.rule,
                        Duration.ofSeconds(5)));
        assertTrue(found.contains(wrong.rule), found + " and not " + wrong.rule);
    }

    private List<Verdict> clientVerdicts(List<String> program, String only, Duration patience) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--socket", "{socket}", "--key-file", "{key}", "--until", "completed"));
        command.addAll(List.of("start", "{thread}", "{text}"));
        Path folder = Files.createDirectory(home.resolve("kit"));
        return new ClientKit(folder, command, patience).run(only, verdict -> {});
    }

    private static Set<String> ids(End end, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.end() == end)
                .map(Verdict::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> not(End end, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.end() != end)
                .map(verdict -> verdict.id() + ": " + verdict.why())
                .toList();
    }
}
