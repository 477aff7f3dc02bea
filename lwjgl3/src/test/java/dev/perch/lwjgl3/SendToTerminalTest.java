package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.bridge.RealCodex;
import dev.perch.client.ClientKey;
import dev.perch.client.ClientLine;
import dev.perch.client.Rights;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressServer;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Terminal;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that the user lets in with a real click speaks to the user's own Codex in a terminal. Pictures: {@code
 * target/screens}.
 */
final class SendToTerminalTest {
    private static final String DRAFT = "half a thought";

    @TempDir
    Path home;

    private final Map<String, List<String>> states = new HashMap<>();

    @Test
    void itStartsSteersQueuesAndInterruptsAndTheDraftStays() throws Exception {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                RealCodex codex = new RealCodex()) {
            codex.serve();
            Child companion = desktop.open(command(codex));
            companion.awaitLine(line -> line.endsWith("Idle: Codex"), 0);
            ClientKey key = letIn(desktop, "ci");
            ClientKey other = letIn(desktop, "nightly");
            try (Terminal terminal = new Terminal(codex.project(), codex.environment(), RealCodex.program());
                    ClientLine second = connect(other);
                    ClientLine client = connect(key)) {
                terminal.await("? for shortcuts");
                terminal.type("say hello");
                terminal.await("Hello, I am the fake model.");
                companion.awaitLine(line -> line.contains("Ready: "), 0);
                terminal.draft(DRAFT);
                String thread = threadOf(codex);

                String long1 = "wait for the first gate";
                send(client, "turn/start", thread, long1, "start", Map.of());
                await(client, "start", "observed");
                terminal.await(long1);
                terminal.await("external_message sender=\"ci\"");
                String turn = String.valueOf(
                        client.call("delivery/get", Map.of("key", "start")).get("turnId"));
                send(client, "turn/steer", thread, "and be brief", "steer", Map.of("expectedTurnId", turn));
                send(client, "thread/queue/add", thread, "the queued one", "queue", Map.of());
                await(client, "queue", "queued");
                codex.letGo(long1);
                for (String sent : List.of("start", "steer", "queue")) {
                    await(client, sent, "completed");
                }
                terminal.await("and be brief");
                terminal.await("the queued one");

                send(second, "turn/start", thread, "wait for ever", "endless", Map.of());
                await(second, "endless", "observed");
                client.call("turn/interrupt", Map.of("threadId", thread, "delivery", Map.of("key", "stop")));
                await(client, "stop", "completed");
                await(second, "endless", "interrupted");
                terminal.await("interrupted");
                assertTrue(terminal.text().contains(DRAFT), terminal.text());
                desktop.screen().save(Path.of("target", "screens", "ingress-3-spoken.png"));
                System.out.println(terminal.text());
                System.out.println("states: " + states);
            }
            assertEquals(List.of(), companion.errors());
        }
    }

    @Test
    void aTerminalWithAServerOfItsOwnReadsTheQueue() throws Exception {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                RealCodex codex = new RealCodex()) {
            codex.serve();
            Child companion = desktop.open(command(codex));
            companion.awaitLine(line -> line.endsWith("Idle: Codex"), 0);
            ClientKey key = letIn(desktop, "ci");
            try (Terminal terminal =
                            new Terminal(codex.project(), codex.environment(), RealCodex.program(), "--no-daemon");
                    ClientLine client = connect(key)) {
                terminal.await("? for shortcuts");
                terminal.type("say hello");
                terminal.await("Hello, I am the fake model.");
                terminal.draft(DRAFT);
                String thread = threadOf(codex);
                send(client, "turn/start", thread, "straight away", "start", Map.of());
                await(client, "start", "failed");
                send(client, "thread/queue/add", thread, "by the queue", "queue", Map.of());
                await(client, "queue", "queued");
                terminal.await("by the queue");
                assertTrue(terminal.text().contains(DRAFT), terminal.text());
                assertEquals(
                        "queued",
                        client.call("delivery/get", Map.of("key", "queue")).get("state"),
                        "more is not known here");
                System.out.println(terminal.text());
            }
            assertEquals(List.of(), companion.errors());
        }
    }

    /** The program asks, the pet asks the user, and the user clicks. */
    private ClientKey letIn(XDesktop desktop, String name) throws Exception {
        List<String> codes = new CopyOnWriteArrayList<>();
        ClientLine stranger = ClientLine.connect(folder(), IngressServer.SOCKET).orElseThrow();
        CompletableFuture<ClientKey> key = CompletableFuture.supplyAsync(() -> {
            try (stranger) {
                return stranger.register(name, Rights.of(EnumSet.allOf(Scope.class)), 90, codes::add);
            } catch (Exception refused) {
                throw new AssertionError(refused);
            }
        });
        Eventually.await(() -> !codes.isEmpty(), () -> "no code");
        desktop.screen().save(Path.of("target", "screens", "ingress-1-asks.png"));
        String pet = CodexTerminalTest.pet(desktop);
        CodexTerminalTest.openQuestion(desktop, pet);
        desktop.act("mousemove " + CodexTerminalTest.button(desktop, 2, 3));
        Eventually.await(
                () -> {
                    desktop.screen().save(Path.of("target", "screens", "ingress-2-panel.png"));
                    desktop.act("click 1"); // in vain until half a second has passed
                    return key.isDone();
                },
                () -> "nobody is let in");
        return key.join();
    }

    private RunFolder folder() throws Exception {
        return RunFolder.open(null, home.resolve("run"));
    }

    private ClientLine connect(ClientKey key) throws Exception {
        ClientLine client = ClientLine.connect(folder(), IngressServer.SOCKET).orElseThrow();
        client.onNotice(this::note);
        client.introduce(key, new SecureRandom());
        return client;
    }

    private static void send(
            ClientLine client, String method, String thread, String text, String key, Map<String, String> more)
            throws Exception {
        Map<String, Object> params = new HashMap<>(more);
        params.put("threadId", thread);
        params.put("input", List.of(Map.of("type", "text", "text", text)));
        params.put("delivery", Map.of("key", key));
        client.call(method, params);
    }

    private void note(Map<?, ?> notice) {
        if (notice.get("params") instanceof Map<?, ?> receipt && receipt.get("key") instanceof String key) {
            states.computeIfAbsent(key, any -> new ArrayList<>()).add(String.valueOf(receipt.get("state")));
        }
    }

    private void await(ClientLine client, String key, String state) throws IOException {
        while (!states.getOrDefault(key, List.of()).contains(state)) {
            Map<?, ?> notice = client.next();
            if (notice == null) {
                throw new AssertionError("hung up on; " + states);
            }
            note(notice);
        }
    }

    /** The thread of the only session that Codex has written down for the user. */
    private static String threadOf(RealCodex codex) throws IOException {
        Path sessions = Path.of(String.valueOf(codex.environment().get("CODEX_HOME")), "sessions");
        try (Stream<Path> all = Files.walk(sessions)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("rollout-"))
                    .map(name -> name.replaceFirst("rollout-.*-(\\w{8}-\\w{4}-\\w{4}-\\w{4}-\\w{12})\\.jsonl", "$1"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> command(RealCodex codex) {
        return CodexTerminalTest.command(codex, home);
    }
}
