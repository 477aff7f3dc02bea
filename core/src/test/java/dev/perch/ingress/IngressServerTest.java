package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.audit.AuditLog;
import dev.perch.client.Client;
import dev.perch.client.ClientFault;
import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Consent;
import dev.perch.client.Guest;
import dev.perch.client.GuestBook;
import dev.perch.client.Handshake;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.json.JsonTree;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.local.Endpoint;
import dev.perch.local.InstanceLock;
import dev.perch.local.RunFolder;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import dev.perch.testkit.OpenIngress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ingress from a program's side: who is let in, who is not, and what each may do. */
final class IngressServerTest {
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    @TempDir
    private Path home;

    private final List<TurnCall> sent = new CopyOnWriteArrayList<>();
    private OpenIngress ingress;

    @BeforeEach
    void open() throws Exception {
        ingress = with(OpenIngress.GENEROUS);
    }

    @AfterEach
    void close() {
        ingress.close();
    }

    private OpenIngress with(IngressLimits limits) throws Exception {
        return new OpenIngress(home.resolve("perch"), this::send, limits, Set.of());
    }

    private void send(TurnCall call, Consumer<? super TurnAnswer> then) {
        sent.add(call);
        then.accept(new TurnAnswer.Taken(call.thread(), "turn"));
    }

    @Test
    void whoTheUserLetsInIsKnownFromThenOn() throws Exception {
        ClientKey key = ingress.register("ci", EnumSet.of(Scope.SNAPSHOT_WRITE));
        assertEquals("ci", ingress.user.asked.get(0).name());
        assertEquals(
                Set.of(Scope.SNAPSHOT_WRITE), ingress.user.asked.get(0).rights().scopes());
        assertTrue(ingress.user.asked.get(0).code().matches("[a-z]+-[a-z]+-[a-z]+"));
        try (ClientLine client = ingress.connect(key)) {
            assertEquals(Map.of(), client.call("ping", Map.of()));
        }
        for (Path secret : List.of(ingress.clients().path(), ingress.socket())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        }
        assertTrue(
                audit().stream().anyMatch(line -> line.contains("\"kind\":\"registered\"") && line.contains("\"ci\"")));
        assertTrue(audit().stream().noneMatch(line -> line.contains(key.key())), "the key is nowhere written down");
    }

    @Test
    void whoTheUserRefusesIsNot() throws Exception {
        ingress.user.yes = false;
        RpcFault refused = assertThrows(RpcFault.class, () -> ingress.register("ci", ALL));
        assertEquals(ClientFault.DENIED, refused.code());
        assertEquals(List.of(), ingress.clients().read());
    }

    @Test
    void whoCannotBeAskedAboutIsToldSoAndMayTryAgain() throws Exception {
        ingress.user.room = false;
        RpcFault refused = assertThrows(RpcFault.class, () -> ingress.register("ci", ALL));
        assertEquals(ClientFault.OVERLOADED, refused.code());
        assertEquals(
                "the user was not asked, since so many questions wait already; try again when they are answered.",
                refused.getMessage());
        assertEquals(List.of(), audit(), "nobody said no");
        ingress.user.room = true;
        ingress.register("ci", ALL);
    }

    @Test
    void aNameIsHadByOne() throws Exception {
        ingress.register("ci", ALL);
        assertThrows(RpcFault.class, () -> ingress.register("ci", ALL));
        assertThrows(RpcFault.class, () -> ingress.register("Ci", ALL));
        assertThrows(RpcFault.class, () -> ingress.register("c\u0456", ALL));
        assertEquals(1, ingress.user.asked.size(), "the user is not asked for a name that cannot be");
    }

    @Test
    void withAWrongKeyNobodyIsLetInAndAfterFiveTriesNobodyMayTry() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        ClientKey wrong = new ClientKey(key.id(), "ab".repeat(32));
        for (int i = 0; i < 5; i++) {
            assertEquals(ClientFault.NOT_KNOWN, proofOf(wrong).code());
        }
        RpcFault locked = assertThrows(RpcFault.class, () -> ingress.connect(key));
        assertEquals(ClientFault.TOO_OFTEN, locked.code());
        ClientKey other = ingress.register("other", ALL);
        ingress.connect(other).close();
    }

    /** Says hello and a proof made with that key, as one who does not check the server's. */
    private RpcFault proofOf(ClientKey key) throws Exception {
        try (ClientLine stranger = ingress.stranger()) {
            String nonce = Handshake.nonce(new SecureRandom());
            Map<?, ?> hello =
                    stranger.call("hello", Map.of("protocol", List.of(1), "clientId", key.id(), "clientNonce", nonce));
            String proof = Handshake.clientProof(
                    key.key(),
                    String.valueOf(hello.get("instanceId")),
                    String.valueOf(hello.get("serverNonce")),
                    nonce);
            return assertThrows(RpcFault.class, () -> stranger.call("auth", Map.of("clientProof", proof)));
        }
    }

    @Test
    void aClientThatIsNotThereIsAnsweredAsOneThatIs() throws Exception {
        ClientKey nobody = new ClientKey("c-0123456789abcdef", "ab".repeat(32));
        assertEquals(ClientFault.NOT_KNOWN, proofOf(nobody).code());
    }

    @Test
    void aClientTellsPerchFromAnotherThatListensInItsPlace() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        ClientKey mine = new ClientKey(key.id(), "cd".repeat(32));
        IOException squatter = assertThrows(IOException.class, () -> ingress.connect(mine));
        assertTrue(String.valueOf(squatter.getMessage()).contains("not Perch"), squatter.getMessage());
    }

    @Test
    void theEndpointNamesTheRunThatTheHandshakeNamesAndKeepsNoSecret() throws Exception {
        RunFolder folder = RunFolder.open(null, home.resolve("beside"));
        try (InstanceLock lock = InstanceLock.take(folder).orElseThrow();
                ClientLine stranger = ingress.stranger()) {
            Endpoint.ofThisProcess().write(lock, List.of("control.sock", "ingress.sock"));
            Path file = folder.path().resolve("endpoint.json");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            Map<?, ?> told = read(file);
            assertEquals(Set.of("instanceId", "pid", "started", "protocol", "sockets"), told.keySet());
            Map<?, ?> hello = stranger.call(
                    "hello",
                    Map.of(
                            "protocol",
                            List.of(1),
                            "clientId",
                            "c-1",
                            "clientNonce",
                            Handshake.nonce(new SecureRandom())));
            assertEquals(told.get("instanceId"), hello.get("instanceId"));
            Endpoint.remove(lock);
            assertFalse(Files.exists(file));
        }
    }

    private static Map<?, ?> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (JsonParser parser = Guest.STRICT.parser(bytes, 0, bytes.length)) {
            return JsonTree.readObject(parser);
        }
    }

    @Test
    void aProofIsGoodForOneConnection() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        String nonce = Handshake.nonce(new SecureRandom());
        String old;
        try (ClientLine first = ingress.stranger()) {
            Map<?, ?> hello =
                    first.call("hello", Map.of("protocol", List.of(1), "clientId", key.id(), "clientNonce", nonce));
            old = Handshake.clientProof(
                    key.key(),
                    String.valueOf(hello.get("instanceId")),
                    String.valueOf(hello.get("serverNonce")),
                    nonce);
            first.call("auth", Map.of("clientProof", old));
        }
        try (ClientLine second = ingress.stranger()) {
            second.call("hello", Map.of("protocol", List.of(1), "clientId", key.id(), "clientNonce", nonce));
            assertThrows(RpcFault.class, () -> second.call("auth", Map.of("clientProof", old)));
        }
    }

    @Test
    void whoIsRevokedIsHungUpOnAndWhatItHasWaitingIsNotSent() throws Exception {
        ingress.close();
        ingress = new OpenIngress(
                home.resolve("perch"),
                (call, then) -> then.accept(new TurnAnswer.Busy("another")),
                OpenIngress.GENEROUS,
                Set.of());
        ClientKey key = ingress.register("ci", ALL);
        try (ClientLine client = ingress.connect(key)) {
            client.call("turn/start", start("t", "waits", Map.of("key", "k", "whenBusy", "queue")));
            ingress.clients().change(all -> List.of());
            while (client.next() != null) {
                // news of the delivery, until the end
            }
        }
        assertThrows(Exception.class, () -> ingress.connect(key));
        until(() -> audit().stream().anyMatch(line -> line.contains("\"state\":\"denied\"")));
    }

    @Test
    void whatWaitsOfAClientThatWasRevokedWhilePerchWasOffIsNotSent() throws Exception {
        ingress.close();
        ingress = new OpenIngress(
                home.resolve("perch"),
                (call, then) -> then.accept(new TurnAnswer.Busy("another")),
                OpenIngress.GENEROUS,
                Set.of());
        ClientKey key = ingress.register("ci", ALL);
        ClientKey asking = ingress.register("asking", new Rights(ALL, ALL, Set.of(), Set.of(), Set.of()));
        ingress.user.click = answer -> {};
        try (ClientLine client = ingress.connect(key);
                ClientLine other = ingress.connect(asking)) {
            client.call("turn/start", start("t", "waits", Map.of("key", "k", "whenBusy", "queue")));
            other.call("turn/start", start("t", "is asked about", Map.of("key", "k")));
            until(() -> ingress.user.wishes.size() == 1);
            until(() ->
                    client.call("delivery/get", Map.of("key", "k")).get("state").equals("queued"));
        }
        ingress.close();
        ingress.clients().change(all -> List.of());
        ingress = with(OpenIngress.GENEROUS);
        ingress.server().heard(new TurnNews.Line(true));
        until(() -> audit().stream()
                        .filter(line -> line.contains("\"note\":\"its sender was shut out\""))
                        .count()
                == 2);
        assertEquals(
                List.of(),
                sent.stream().filter(TurnCall.Start.class::isInstance).toList());
        assertEquals(List.of(), ingress.user.wishes);
    }

    /** R5: at once. Half of the times count, since the machine may be busy with something else. */
    @Test
    void aConnectionIsCutWithinATenthOfASecondOfTheRevocation() throws Exception {
        long[] nanos = new long[11];
        for (int i = 0; i < nanos.length; i++) {
            ClientKey key = ingress.register("ci", ALL);
            try (ClientLine client = ingress.connect(key)) {
                client.call("ping", Map.of());
                ingress.clients().change(all -> List.of());
                long revoked = System.nanoTime();
                assertNull(client.next());
                nanos[i] = System.nanoTime() - revoked;
            }
        }
        Arrays.sort(nanos);
        double half = nanos[nanos.length / 2] / 1e6;
        System.out.printf("hung up on %.1f ms after a revocation (p50), %.1f ms (most)%n", half, nanos[10] / 1e6);
        assertTrue(half < 100, half + " ms");
    }

    @Test
    void aClientDoesWhatItsScopesSayAndNoMore() throws Exception {
        for (Scope scope : Scope.values()) {
            ClientKey key = ingress.register("only-" + scope.word().replace('.', '-'), EnumSet.of(scope));
            try (ClientLine client = ingress.connect(key)) {
                for (IngressMethod method : IngressMethod.values()) {
                    if (method.scope() != null) {
                        RpcFault fault =
                                assertThrows(RpcFault.class, () -> client.call(method.wire(), Map.of("nothing", 1)));
                        int right = method.scope() == scope ? RpcFault.BAD_PARAMS : ClientFault.NOT_ALLOWED;
                        assertEquals(right, fault.code(), scope + " " + method);
                    }
                }
            }
        }
        assertEquals(List.of(), sent);
    }

    @Test
    void aClientThatIsBoundToAThreadReachesNoOther() throws Exception {
        ClientKey key = ingress.register("ci", new Rights(ALL, Set.of(), Set.of("mine"), Set.of(), Set.of("build")));
        assertEquals(Set.of("mine"), ingress.user.asked.get(0).rights().threads(), "the user is told");
        ingress.close();
        ingress = with(OpenIngress.GENEROUS);
        try (ClientLine client = ingress.connect(key)) {
            client.call("turn/start", start("mine", "hello", Map.of("key", "a")));
            for (String method : List.of("turn/start", "thread/queue/add")) {
                RpcFault refused = assertThrows(
                        RpcFault.class, () -> client.call(method, start("yours", "hello", Map.of("key", "b"))));
                assertEquals(ClientFault.NOT_ALLOWED, refused.code());
            }
            for (String method : List.of("turn/interrupt", "thread/resume", "thread/fork")) {
                RpcFault refused = assertThrows(
                        RpcFault.class,
                        () -> client.call(method, Map.of("threadId", "yours", "delivery", Map.of("key", "b"))));
                assertEquals(ClientFault.NOT_ALLOWED, refused.code(), method);
            }
            assertEquals(
                    ClientFault.NOT_FOUND,
                    assertThrows(RpcFault.class, () -> client.call("delivery/get", Map.of("key", "b")))
                            .code(),
                    "nothing of it is remembered");
        }
        assertEquals(
                List.of("mine"), sent.stream().map(TurnCall::thread).distinct().toList());
        until(() -> audit().stream().anyMatch(line -> line.contains("\"scope\":\"thread yours\"")));
        assertThrows(
                RpcFault.class,
                () -> ingress.register("odd", new Rights(ALL, Set.of(), Set.of("a thread"), Set.of(), Set.of())));
    }

    @Test
    void aClientThatIsBoundToAWorkspaceReachesThreadsThatWorkThereAndNoOther() throws Exception {
        ingress.close();
        ingress = new OpenIngress(
                home.resolve("perch"), this::send, OpenIngress.GENEROUS, Set.of("/home/me/mine", "/home/me/yours"));
        ingress.places.put("here", "/home/me/mine");
        ingress.places.put("there", "/home/me/yours");
        ClientKey key =
                ingress.register("ci", new Rights(ALL, Set.of(), Set.of("besides"), Set.of("/home/me/mine"), Set.of()));
        try (ClientLine client = ingress.connect(key)) {
            client.call("turn/start", start("here", "hello", Map.of("key", "a")));
            client.call("turn/start", start("besides", "hello", Map.of("key", "b")));
            client.call("thread/start", Map.of("cwd", "/home/me/mine", "delivery", Map.of("key", "c")));
            for (String thread : List.of("there", "unknown")) {
                RpcFault refused = assertThrows(
                        RpcFault.class, () -> client.call("turn/start", start(thread, "hello", Map.of("key", "d"))));
                assertEquals(ClientFault.NOT_ALLOWED, refused.code(), thread);
            }
            RpcFault elsewhere = assertThrows(
                    RpcFault.class,
                    () -> client.call("thread/start", Map.of("cwd", "/home/me/yours", "delivery", Map.of("key", "d"))));
            assertEquals(ClientFault.NOT_ALLOWED, elsewhere.code());
        }
        until(() -> sent.size() == 3);
        assertThrows(
                RpcFault.class,
                () -> ingress.register("odd", new Rights(ALL, Set.of(), Set.of(), Set.of("relative"), Set.of())));
    }

    @Test
    void aClientThatIsBoundToASourceSpeaksForNoOther() throws Exception {
        ClientKey key = ingress.register("ci", new Rights(ALL, Set.of(), Set.of(), Set.of(), Set.of("build")));
        try (ClientLine client = ingress.connect(key)) {
            Map<String, Object> snapshot = Map.of("state", "running", "title", "Build");
            client.call("snapshot/put", Map.of("sourceId", "build", "snapshot", snapshot));
            RpcFault refused = assertThrows(
                    RpcFault.class,
                    () -> client.call("snapshot/put", Map.of("sourceId", "deploy", "snapshot", snapshot)));
            assertEquals(ClientFault.NOT_ALLOWED, refused.code());
        }
        assertEquals(1, ingress.shown.size());
    }

    @Test
    void whoSaysNothingOfItAsksForEachTurn() throws Exception {
        ClientKey key;
        try (ClientLine stranger = ingress.stranger()) {
            Map<?, ?> made = stranger.call("client/register", Map.of("name", "ci", "scopes", List.of("turn.start")));
            key = new ClientKey(String.valueOf(made.get("clientId")), String.valueOf(made.get("key")));
        }
        assertEquals(
                Set.of(Scope.TURN_START), ingress.user.asked.get(0).rights().asks());
        List<Consumer<Boolean>> questions = new CopyOnWriteArrayList<>();
        ingress.user.click = questions::add;
        try (ClientLine client = ingress.connect(key)) {
            client.call("turn/start", start("t", "hello <b>", Map.of("key", "k")));
            until(() -> !questions.isEmpty());
            assertTrue(ingress.user.wishes.get(0).text().contains("hello <b>"));
            assertEquals(
                    "awaitingApproval",
                    client.call("delivery/get", Map.of("key", "k")).get("state"));
            assertEquals(List.of(), sent);
            questions.get(0).accept(true);
            until(() -> sent.size() == 1);
        }
        until(() -> audit().stream()
                .anyMatch(line -> line.contains("\"kind\":\"consent\"") && line.contains("\"decision\":\"yes\"")));
    }

    @Test
    void aRegistrationEndsAfterTheDaysThatTheUserSaw() throws Exception {
        try (ClientLine stranger = ingress.stranger()) {
            stranger.call("client/register", Map.of("name", "ci", "scopes", List.of("turn.start"), "days", 7));
        }
        assertEquals(7, ingress.user.asked.get(0).days());
        long left = ingress.clients().read().get(0).untilMs() - System.currentTimeMillis();
        assertEquals(7, Math.round(left / (24.0 * 3_600_000)));
        try (ClientLine stranger = ingress.stranger()) {
            RpcFault long91 = assertThrows(
                    RpcFault.class,
                    () -> stranger.call("client/register", Map.of("name", "b", "scopes", List.of(), "days", 91)));
            assertEquals(RpcFault.BAD_PARAMS, long91.code());
        }
    }

    @Test
    void aRegistrationForTheSessionEndsWithThisRunOfPerchAndItsNameIsFreeThen() throws Exception {
        ClientKey key;
        try (ClientLine stranger = ingress.stranger()) {
            key = stranger.register("ci", Rights.of(ALL), Consent.SESSION, code -> {});
        }
        assertEquals("until Perch ends", ingress.user.asked.get(0).term());
        ingress.close();
        ingress = with(OpenIngress.GENEROUS);
        ingress.connect(key).close(); // the ingress was off and is on again: the same run
        ingress.clients()
                .change(all -> all.stream()
                        .map(one -> new Client(
                                one.id(),
                                one.name(),
                                one.key(),
                                one.rights(),
                                one.createdMs(),
                                one.untilMs(),
                                "1-before"))
                        .toList());
        until(() -> refused(key));
        ingress.register("ci", ALL);
        assertEquals(1, ingress.clients().read().size());
        try (ClientLine stranger = ingress.stranger()) {
            RpcFault bad = assertThrows(
                    RpcFault.class,
                    () -> stranger.call(
                            "client/register", Map.of("name", "b", "scopes", List.of(), "session", true, "days", 7)));
            assertEquals(RpcFault.BAD_PARAMS, bad.code());
        }
    }

    private boolean refused(ClientKey key) throws Exception {
        try (ClientLine line = ingress.connect(key)) {
            return false;
        } catch (IOException unknown) {
            return true;
        }
    }

    @Test
    void whatIsUnknownIsSentAgainByTheSameCallWithOneWordMore() throws Exception {
        ingress.close();
        List<TurnAnswer> answers = new CopyOnWriteArrayList<>(List.of(new TurnAnswer.Unsure("cut")));
        ingress = new OpenIngress(
                home.resolve("perch"),
                (call, then) -> {
                    sent.add(call);
                    then.accept(answers.isEmpty() ? new TurnAnswer.Taken("t", "turn") : answers.remove(0));
                },
                OpenIngress.GENEROUS,
                Set.of());
        ClientKey key = ingress.register("ci", ALL);
        try (ClientLine client = ingress.connect(key)) {
            client.call("turn/start", start("t", "hello", Map.of("key", "k")));
            until(() ->
                    client.call("delivery/get", Map.of("key", "k")).get("state").equals("unknown"));
            RpcFault bad = assertThrows(
                    RpcFault.class,
                    () -> client.call(
                            "turn/start", start("t", "hello", Map.of("key", "k", "resolveUnknown", "always"))));
            assertEquals(RpcFault.BAD_PARAMS, bad.code());
            client.call("turn/start", start("t", "hello", Map.of("key", "k", "resolveUnknown", "resend")));
            until(() ->
                    client.call("delivery/get", Map.of("key", "k")).get("state").equals("accepted"));
        }
        assertEquals(2, sent.size());
        assertTrue(ingress.user.wishes.get(0).again());
    }

    @Test
    void anotherClientsDeliveryIsNotToBeSeen() throws Exception {
        ClientKey one = ingress.register("one", ALL);
        ClientKey two = ingress.register("two", ALL);
        try (ClientLine first = ingress.connect(one);
                ClientLine second = ingress.connect(two)) {
            first.call("turn/start", start("t", "hello", Map.of("key", "k")));
            assertEquals(
                    "turn/start", first.call("delivery/get", Map.of("key", "k")).get("method"));
            RpcFault none = assertThrows(RpcFault.class, () -> second.call("delivery/get", Map.of("key", "k")));
            assertEquals(ClientFault.NOT_FOUND, none.code());
            List<Map<?, ?>> told = new ArrayList<>();
            second.onNotice(told::add);
            second.call("ping", Map.of());
            assertEquals(List.of(), told);
        }
    }

    @Test
    void aKeyStandsForOneDelivery() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        try (ClientLine client = ingress.connect(key)) {
            Map<?, ?> first = client.call("turn/start", start("t", "hello", Map.of("key", "k")));
            Map<?, ?> again = client.call("turn/start", start("t", "hello", Map.of("key", "k")));
            assertEquals(first.get("receiptId"), again.get("receiptId"));
            assertEquals(true, again.get("replayed"));
            RpcFault other = assertThrows(
                    RpcFault.class, () -> client.call("turn/start", start("t", "other", Map.of("key", "k"))));
            assertEquals(ClientFault.OTHER_BODY, other.code());
        }
        ingress.close();
        ingress = with(OpenIngress.GENEROUS);
        try (ClientLine client = ingress.connect(key)) {
            Map<?, ?> later = client.call("turn/start", start("t", "hello", Map.of("key", "k")));
            assertEquals(true, later.get("replayed"), "over a new start, too");
        }
        assertEquals(1, sent.stream().filter(TurnCall.Start.class::isInstance).count());
    }

    @Test
    void aClientThatSendsTooOftenIsToldSo() throws Exception {
        ingress.close();
        ingress = with(new IngressLimits(
                60, 2, 6, 3, 2, Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(2)));
        ClientKey key = ingress.register("ci", ALL);
        try (ClientLine client = ingress.connect(key)) {
            for (int i = 0; i < 3; i++) {
                client.call("turn/start", start("t", "hello", Map.of("key", "k" + i)));
            }
            RpcFault often = assertThrows(
                    RpcFault.class, () -> client.call("turn/start", start("t", "hello", Map.of("key", "k9"))));
            assertEquals(ClientFault.TOO_OFTEN, often.code());
            for (int i = 0; i < 3; i++) {
                assertEquals(i < 2 ? null : true, put(client, "main", i).get("throttled"), "snapshot " + i);
            }
            assertEquals(3, ingress.shown.size(), "a snapshot is taken all the same");
        }
    }

    @Test
    void aSnapshotIsTheClientsOwnAndALateOneChangesNothing() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        try (ClientLine client = ingress.connect(key)) {
            assertEquals(true, put(client, "build", 5).get("applied"));
            assertEquals(true, put(client, "build", 5).get("stale"));
            assertEquals(true, put(client, "build", 4).get("stale"));
            assertEquals(true, put(client, "build", 6).get("applied"));
        }
        try (ClientLine again = ingress.connect(key)) {
            assertEquals(true, put(again, "build", 6).get("stale"), "over another connection, too");
        }
        assertEquals(2, ingress.shown.size());
        RuntimeSnapshot shown = ingress.shown.get(0);
        assertEquals("ci.build", shown.session().id());
        assertEquals(Duration.ofSeconds(30).toNanos(), shown.ttlNanos());
    }

    @Test
    void whoComesBackIsToldHowFarItsSourcesHaveCountedUntilPerchBeginsAnew() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        Map<?, ?> first = ready(ingress, key);
        assertEquals(Map.of(), first.get("lastSeq"));
        try (ClientLine client = ingress.connect(key)) {
            put(client, "build", 5);
            client.call(
                    "snapshot/put",
                    Map.of("sourceId", "deploy", "seq", 7, "snapshot", Map.of("state", "idle", "title", "x")));
            client.call("snapshot/put", Map.of("snapshot", Map.of("state", "idle", "title", "is not counted")));
        }
        Map<?, ?> back = ready(ingress, key);
        assertEquals(Map.of("build", Map.of("epoch", "e", "seq", 5), "deploy", Map.of("seq", 7)), back.get("lastSeq"));
        assertEquals(first.get("epoch"), back.get("epoch"));
        assertEquals(
                Map.of(),
                ready(ingress, ingress.register("other", ALL)).get("lastSeq"),
                "what another counts is not told");

        ingress.close();
        ingress = with(OpenIngress.GENEROUS);
        Map<?, ?> anew = ready(ingress, key);
        assertNotEquals(first.get("epoch"), anew.get("epoch"));
        assertEquals(Map.of(), anew.get("lastSeq"));
    }

    private static Map<?, ?> ready(OpenIngress ingress, ClientKey key) throws Exception {
        try (ClientLine client = ingress.stranger()) {
            return client.introduce(key, new SecureRandom());
        }
    }

    @Test
    void whoDoesNotCountItsSnapshotsIsShownEachOfThem() throws Exception {
        Map<String, Object> params = Map.of("snapshot", Map.of("state", "running", "title", "x"));
        try (ClientLine client = ingress.connect(ingress.register("ci", ALL))) {
            assertEquals(Map.of("applied", true), client.call("snapshot/put", params));
            assertEquals(Map.of("applied", true), client.call("snapshot/put", params));
        }
        assertEquals(2, ingress.shown.size());
    }

    private static Map<?, ?> put(ClientLine client, String source, int seq) throws Exception {
        return client.call(
                "snapshot/put",
                Map.of(
                        "sourceId",
                        source,
                        "epoch",
                        "e",
                        "seq",
                        seq,
                        "snapshot",
                        Map.of("state", "running", "title", "x", "metadata", Map.of("sessionId", "codex-thread"))));
    }

    @Test
    void aCallerThatSaysNothingOrTooMuchIsHungUpOn() throws Exception {
        ingress.close();
        ingress = with(
                new IngressLimits(60, 2, 6, 3, 2, Duration.ofMillis(50), Duration.ofMinutes(2), Duration.ofMinutes(2)));
        try (OpenIngress.Raw silent = ingress.raw();
                OpenIngress.Raw loud = ingress.raw()) {
            loud.say("x".repeat(5_000));
            assertNull(loud.hear());
            assertNull(silent.hear());
        }
    }

    @Test
    void aClientMayBeSilentAsLongAsSomethingOfItsOwnIsUnderWay() throws Exception {
        ingress.close();
        ingress = with(new IngressLimits(
                60, 2, 6, 3, 2, Duration.ofSeconds(20), Duration.ofMillis(100), Duration.ofMinutes(2)));
        List<Consumer<Boolean>> questions = new CopyOnWriteArrayList<>();
        ingress.user.click = questions::add;
        ClientKey asking = ingress.register("asking", new Rights(ALL, Scope.TURNS, Set.of(), Set.of(), Set.of()));
        ClientKey idle = ingress.register("idle", ALL);
        try (ClientLine waits = ingress.connect(asking)) {
            waits.call("turn/start", start("t", "hello", Map.of("key", "k")));
            until(() -> !questions.isEmpty());
            try (ClientLine silent = ingress.connect(idle)) {
                assertNull(silent.next(), "nothing of its own is under way");
            }
            questions.get(0).accept(true);
            awaitState(waits, "accepted");
            ingress.server().heard(new TurnNews.Ended("t", "turn", "completed", ""));
            awaitState(waits, "completed");
            assertNull(waits.next(), "now nothing is");
        }
    }

    private static void awaitState(ClientLine client, String state) throws Exception {
        for (Map<?, ?> news = client.next(); ; news = client.next()) {
            assertNotNull(news, "hung up on before it was " + state);
            if (news.get("params") instanceof Map<?, ?> receipt && state.equals(receipt.get("state"))) {
                return;
            }
        }
    }

    @Test
    void aNinthStrangerIsHungUpOnAndClientsAreNot() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        List<OpenIngress.Raw> strangers = new ArrayList<>();
        try (ClientLine client = ingress.connect(key)) {
            for (int i = 0; i < 12; i++) {
                strangers.add(ingress.raw());
            }
            assertNull(strangers.get(11).hear());
            client.call("ping", Map.of());
        } finally {
            for (OpenIngress.Raw stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void aFifthConnectionOfAClientFindsNoRoom() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        List<ClientLine> open = new ArrayList<>();
        for (int i = 0; i < GuestBook.MOST_EACH; i++) {
            open.add(ingress.connect(key));
        }
        assertEquals(
                ClientFault.OVERLOADED,
                assertThrows(RpcFault.class, () -> ingress.connect(key)).code());
        for (ClientLine client : open) {
            client.close();
        }
    }

    @Test
    void aJournalOrAListOfClientsThatIsSpoiltKeepsItShut() throws Exception {
        for (String name : List.of("deliveries.jsonl", "clients.json")) {
            ingress.close();
            Path file = home.resolve("perch/state").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "spoilt\nspoilt\n");
            Exception shut = assertThrows(Exception.class, () -> with(OpenIngress.GENEROUS));
            assertTrue(String.valueOf(shut.getMessage()).contains("stays closed"), shut.getMessage());
            assertEquals("spoilt\nspoilt\n", Files.readString(file), "and it is left as it is");
            Files.delete(file);
            Files.deleteIfExists(home.resolve("perch/run/instance.lock"));
        }
        ingress = with(OpenIngress.GENEROUS);
    }

    @Test
    void theSocketGoesWithTheServer() {
        assertTrue(Files.exists(ingress.socket()));
        ingress.close();
        assertFalse(Files.exists(ingress.socket()));
    }

    @Test
    void whoSaidItIsToldOnceCodexTookIt() throws Exception {
        ClientKey key = ingress.register("ci", ALL);
        try (ClientLine client = ingress.connect(key)) {
            client.call("turn/start", start("t", "hello", Map.of("key", "k")));
            until(() -> !ingress.spoken.isEmpty());
            assertEquals(List.of(new IngressPorts.Spoken("ci", "t", "turn/start")), ingress.spoken);
            ingress.server().heard(new TurnNews.Ended("t", "turn", "completed", ""));
            until(() -> "completed"
                    .equals(client.call("delivery/get", Map.of("key", "k")).get("state")));
        }
    }

    private static Map<String, Object> start(String thread, String text, Map<String, ?> delivery) {
        return Map.of("threadId", thread, "input", List.of(Map.of("type", "text", "text", text)), "delivery", delivery);
    }

    private List<String> audit() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : AuditLog.files(ingress.audit())) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void until(Check check) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!check.holds()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsNoRequestIsAnsweredAndHungUpOn() throws Exception {
        for (String line : List.of("", "nothing", "[]", "{\"jsonrpc\":\"2.0\",\"method\":\"hello\"}", "{\"id\":1}")) {
            try (OpenIngress.Raw stranger = ingress.raw()) {
                stranger.say(line);
                assertTrue(String.valueOf(stranger.hear()).contains("error"), line);
                assertNull(stranger.hear());
            }
        }
        try (OpenIngress.Raw stranger = ingress.raw()) {
            stranger.say(RpcCall.request(1, "auth", Map.of("clientProof", "x")));
            assertTrue(String.valueOf(stranger.hear()).contains("-32002"));
        }
    }
}
