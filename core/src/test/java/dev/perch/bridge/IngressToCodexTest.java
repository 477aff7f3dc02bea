package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.audit.AuditCheck;
import dev.perch.audit.AuditLog;
import dev.perch.client.ClientLine;
import dev.perch.client.Scope;
import dev.perch.ingress.IngressPorts;
import dev.perch.model.TurnNews;
import dev.perch.testkit.OpenIngress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a registered program through the ingress to a thread of the released Codex, and back as a receipt. */
final class IngressToCodexTest {
    @TempDir
    private Path home;

    private final Map<String, List<String>> states = new LinkedHashMap<>();
    private final Map<String, Map<?, ?>> last = new LinkedHashMap<>();
    private RealCodex codex;
    private WatchedCodex pet;
    private OpenIngress ingress;
    private ClientLine client;

    @BeforeEach
    void open() throws Exception {
        codex = new RealCodex();
        pet = new WatchedCodex(codex.onSocket());
        ingress = new OpenIngress(
                home,
                pet.turns()::send,
                OpenIngress.GENEROUS,
                Set.of(codex.project().toString()));
        pet.turns().onNews(ingress.server()::heard);
        ingress.server().heard(new TurnNews.Line(true));
        client = ingress.connect(ingress.register("ci", EnumSet.allOf(Scope.class)));
        client.onNotice(this::note);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        ingress.close();
        pet.close();
        codex.close();
    }

    @Test
    void aMessageBeginsATurnAndItsReceiptFollowsIt() throws Exception {
        String thread = pet.begin(codex);
        Map<?, ?> receipt = say("turn/start", thread, "say hello", Map.of("key", "one"));
        assertEquals("received", receipt.get("state"));
        assertEquals(false, receipt.get("replayed"));
        await("one", "completed");
        assertEquals(
                "received dispatched accepted observed completed", seen("one").replace("observed accepted ", ""));
        assertEquals(List.of(new IngressPorts.Spoken("ci", thread, "turn/start")), ingress.spoken);
        String transcript = transcript(thread);
        assertTrue(transcript.contains("<external_message sender=\"ci\">\nsay hello\n</external_message>"), transcript);
        assertTrue(transcript.contains(String.valueOf(receipt.get("receiptId"))), transcript);

        Map<?, ?> again = say("turn/start", thread, "say hello", Map.of("key", "one"));
        assertEquals(true, again.get("replayed"));
        assertEquals("completed", again.get("state"));
        assertEquals(1, turns(thread));

        List<String> lines = Files.readAllLines(AuditLog.files(ingress.audit()).get(0));
        assertTrue(lines.stream().anyMatch(line -> line.contains("\"state\":\"completed\"")), lines.toString());
        assertNull(AuditCheck.walk(ingress.audit()).fault());
    }

    @Test
    void ofSeveralServersTheOneThatHasTheThreadIsWrittenTo() throws Exception {
        String thread = pet.begin(codex);
        try (RealCodex second = new RealCodex();
                WatchedCodex other = new WatchedCodex(second.onSocket(), null, pet.turns())) {
            String elsewhere = other.begin(second);
            say("turn/start", thread, "say hello", Map.of("key", "here"));
            say("turn/start", elsewhere, "say hello", Map.of("key", "there"));
            say("turn/start", "0199d0c1-7c38-7a41-9d37-6f1d3a1b2c3d", "hello", Map.of("key", "nowhere"));
            for (String key : List.of("here", "there")) {
                await(key, "completed");
            }
            assertTrue(transcript(thread).contains("say hello"));
            await("nowhere", "failed");
            assertEquals(
                    "of the servers of Codex that Perch follows none has that thread",
                    last.get("nowhere").get("note"));
            client.call(
                    "thread/start", Map.of("cwd", codex.project().toString(), "delivery", Map.of("key", "anywhere")));
            await("anywhere", "failed");
            assertEquals(
                    "Perch follows several servers of Codex; nothing says which is meant",
                    last.get("anywhere").get("note"));
        }
        say("turn/start", thread, "say hello", Map.of("key", "alone"));
        await("alone", "completed");
    }

    @Test
    void aThreadAtWorkIsSteeredQueuedForOrLeftAlone() throws Exception {
        String thread = pet.begin(codex);
        say("turn/start", thread, "wait for the gate", Map.of("key", "long"));
        await("long", "observed");
        String turn = String.valueOf(last.get("long").get("turnId"));

        say("turn/start", thread, "me too", Map.of("key", "rejected"));
        await("rejected", "conflict");
        say("turn/start", thread, "later", Map.of("key", "waits", "whenBusy", "queue"));
        await("waits", "queued");
        client.call(
                "thread/queue/add",
                Map.of("threadId", thread, "input", input("after that"), "delivery", Map.of("key", "behind")));
        client.call(
                "turn/steer",
                Map.of(
                        "threadId",
                        thread,
                        "expectedTurnId",
                        "another",
                        "input",
                        input("no"),
                        "delivery",
                        Map.of("key", "wrong")));
        await("wrong", "conflict");
        client.call(
                "turn/steer",
                Map.of(
                        "threadId",
                        thread,
                        "expectedTurnId",
                        turn,
                        "input",
                        input("be brief"),
                        "delivery",
                        Map.of("key", "right")));
        await("right", "observed");
        codex.model().open("wait for the gate");
        for (String key : List.of("long", "right", "waits", "behind")) {
            await(key, "completed");
        }
        assertEquals(turn, last.get("right").get("turnId"));
        String transcript = transcript(thread);
        assertTrue(transcript.indexOf("later") < transcript.indexOf("after that"), transcript);
        assertTrue(!transcript.contains("me too") && !transcript.contains("no\n</ext"), transcript);
    }

    /** What another client begins where a turn runs is said into that turn, by Codex: who began it can be told all the same. */
    @Test
    void aMessageThatMeetsARunningTurnIsToldFromTheOneThatBeganIt() throws Exception {
        List<TurnNews.Seen> seen = new CopyOnWriteArrayList<>();
        pet.turns().onNews(news -> {
            ingress.server().heard(news);
            if (news instanceof TurnNews.Seen one) {
                seen.add(one);
            }
        });
        String thread = pet.begin(codex);
        say("turn/start", thread, "wait for the gate", Map.of("key", "long"));
        await("long", "observed");
        pet.line()
                .call(
                        "turn/start",
                        Map.of("threadId", thread, "input", input("me too"), "clientUserMessageId", "stray"));
        pet.await("the stray", () -> seen.stream().anyMatch(one -> one.message().equals("stray")));
        codex.model().open("wait for the gate");
        await("long", "completed");
        assertNull(last.get("long").get("note"));
        for (TurnNews.Seen one : seen) {
            assertEquals(last.get("long").get("turnId"), one.turn());
            assertEquals(!one.message().equals("stray"), one.began(), one.toString());
        }
    }

    @Test
    void aTurnIsInterrupted() throws Exception {
        String thread = pet.begin(codex);
        say("turn/start", thread, "wait for ever", Map.of("key", "long"));
        await("long", "observed");
        client.call("turn/interrupt", Map.of("threadId", thread, "delivery", Map.of("key", "stop")));
        await("stop", "completed");
        await("long", "interrupted");
    }

    @Test
    void threadsBeginLoadAndForkAsTheyAre() throws Exception {
        client.call("thread/start", Map.of("cwd", codex.project().toString(), "delivery", Map.of("key", "begin")));
        await("begin", "completed");
        String thread = String.valueOf(last.get("begin").get("threadId"));
        say("turn/start", thread, "say hello", Map.of("key", "hello"));
        await("hello", "completed");
        client.call("thread/resume", Map.of("threadId", thread, "delivery", Map.of("key", "load")));
        await("load", "completed");
        client.call("thread/fork", Map.of("threadId", thread, "delivery", Map.of("key", "fork")));
        await("fork", "completed");
        String fork = String.valueOf(last.get("fork").get("threadId"));
        assertTrue(!fork.equals(thread) && transcript(fork).contains("say hello"), fork);
        client.call("thread/resume", Map.of("threadId", "no-such-thread", "delivery", Map.of("key", "none")));
        await("none", "failed");
    }

    @Test
    void whatCannotBeSentFailsOrWaitsUntilCodexIsBack() throws Exception {
        String thread = pet.begin(codex);
        say("turn/start", thread, "say hello", Map.of("key", "first"));
        await("first", "completed");
        codex.kill();
        pet.await("the loss", () -> pet.link().equals("lost"));
        say("turn/start", thread, "into the void", Map.of("key", "lost"));
        await("lost", "failed");
        say("turn/start", thread, "when you are back", Map.of("key", "patient", "whenBusy", "queue"));
        await("patient", "queued");
        codex.onSocket();
        await("patient", "completed");
        assertTrue(!transcript(thread).contains("into the void"));
    }

    private Map<?, ?> say(String method, String thread, String text, Map<String, ?> delivery) throws Exception {
        Map<?, ?> receipt = client.call(method, Map.of("threadId", thread, "input", input(text), "delivery", delivery));
        return receipt;
    }

    private static List<Map<String, String>> input(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }

    private void note(Map<?, ?> notice) {
        if (notice.get("params") instanceof Map<?, ?> receipt && receipt.get("key") instanceof String key) {
            states.computeIfAbsent(key, any -> new ArrayList<>()).add(String.valueOf(receipt.get("state")));
            last.put(key, receipt);
        }
    }

    private void await(String key, String state) throws Exception {
        while (!states.getOrDefault(key, List.of()).contains(state)) {
            Map<?, ?> notice = client.next();
            if (notice == null) {
                throw new AssertionError("hung up; " + states);
            }
            note(notice);
            Map<?, ?> receipt = last.get(key);
            boolean over = receipt != null && Boolean.TRUE.equals(receipt.get("final"));
            if (over && !states.get(key).contains(state)) {
                throw new AssertionError(key + " is not " + state + " but " + receipt);
            }
        }
    }

    private String seen(String key) {
        return String.join(" ", states.get(key));
    }

    private String transcript(String thread) throws Exception {
        return String.valueOf(pet.line()
                .call("thread/turns/list", Map.of("threadId", thread, "itemsView", "full", "sortDirection", "asc"))
                .map());
    }

    private int turns(String thread) throws Exception {
        return pet.line()
                .call("thread/turns/list", Map.of("threadId", thread))
                .objects("data")
                .size();
    }
}
