package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.RuntimeSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The released Codex 0.169.0 with a fake model: what Perch tells of it, and what it answers. */
final class RealCodexTest {
    private RealCodex codex;

    @BeforeEach
    void home() throws Exception {
        codex = new RealCodex();
    }

    @AfterEach
    void gone() throws Exception {
        codex.close();
    }

    @Test
    void overStandardInputAndOutputATurnAndAnApproval() throws Exception {
        turnAndApproval("stdio", codex.asChild());
    }

    @Test
    void overTheUnixSocketATurnAndAnApproval() throws Exception {
        turnAndApproval("unix", codex.onSocket());
    }

    @Test
    void overLoopbackWithATokenATurnAndAnApproval() throws Exception {
        turnAndApproval("ws", codex.onLoopback());
    }

    private void turnAndApproval(String name, CodexTarget target) throws Exception {
        try (WatchedCodex pet = new WatchedCodex(target)) {
            String thread = pet.begin(codex);
            pet.turn(thread, "say hello");
            play(pet, name + " turn", thread, "idle working ready");
            pet.turn(thread, "escalate please");
            Approval.Command asked = pet.asked(Approval.Command.class);
            assertTrue(asked.command().contains("mkdir -p ../pet-a"), asked.command());
            assertEquals(
                    List.of("accept", "acceptWithExecpolicyAmendment", "cancel"),
                    asked.decisions().stream().map(Approval.Decision::word).toList());
            assertEquals(ApprovalDesk.Outcome.SENT, pet.click(asked, "accept"));
            assertEquals(ApprovalDesk.Outcome.GONE, pet.click(asked, "accept"));
            play(pet, name + " approval", thread, "idle working ready working waiting-approval working ready");
            assertEquals(1, pet.line().replies());
            assertEquals(List.of(), pet.desk().open());
        }
    }

    @Test
    void decisionsOfTheUserAndOfOthers() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            String cancelled = pet.begin(codex);
            pet.turn(cancelled, "escalate cancelled");
            pet.click(pet.asked(Approval.Command.class), "cancel");
            play(pet, "cancelled", cancelled, "idle working waiting-approval working interrupted");

            String elsewhere = pet.begin(codex);
            pet.turn(elsewhere, "escalate declined elsewhere");
            Approval.Command seen = pet.asked(Approval.Command.class);
            pet.line().reply(Long.parseLong(seen.about().id().replaceFirst(".*:", "")), Map.of("decision", "decline"));
            play(pet, "declined in the terminal", elsewhere, "idle working waiting-approval working ready");
            assertEquals(ApprovalDesk.Outcome.GONE, pet.click(seen, "accept"));

            String two = pet.begin(codex);
            pet.turn(two, "two commands");
            pet.await("both", () -> pet.desk().open().size() == 2);
            pet.desk().open().forEach(one -> pet.click(one, "accept"));
            play(pet, "two at once", two, "idle working waiting-approval working ready");

            String interrupted = pet.begin(codex);
            String turn = pet.turn(interrupted, "escalate interrupted");
            pet.asked(Approval.Command.class);
            pet.line().call("turn/interrupt", Map.of("threadId", interrupted, "turnId", turn));
            play(pet, "interrupted while it asks", interrupted, "idle working waiting-approval interrupted");
            pet.await("no card", () -> pet.desk().open().isEmpty());
            assertEquals(3, pet.line().replies());
        }
    }

    @Test
    void questionsFilesAndPermissions() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            String thread = pet.begin(codex);
            pet.turn(thread, "ask me");
            Approval.Questions asked = pet.asked(Approval.Questions.class);
            assertEquals("Which snack?", asked.questions().get(0).text());
            assertEquals(
                    ApprovalDesk.Outcome.NOT_OFFERED,
                    pet.click(asked, new ApprovalAnswer.Reply(Map.of("nothing", List.of("Cookie")))));
            pet.click(asked, new ApprovalAnswer.Reply(Map.of("snack", List.of("Cookie"))));
            play(pet, "question", thread, "idle working waiting-answer working ready");

            String permissions = pet.begin(codex);
            pet.turn(permissions, "want permissions");
            Approval.Permissions wanted = pet.asked(Approval.Permissions.class);
            assertEquals("use the network", wanted.wanted().get(0).text());
            assertEquals(
                    ApprovalDesk.Outcome.NOT_OFFERED,
                    pet.click(wanted, new ApprovalAnswer.Grant(Set.of("write:/"), false)));
            pet.click(wanted, new ApprovalAnswer.Grant(Set.of("network"), false));
            play(pet, "permissions", permissions, "idle working waiting-approval working ready");

            Fields readOnly = pet.line()
                    .call(
                            "thread/start",
                            Map.of(
                                    "cwd", codex.project().toString(),
                                    "approvalPolicy", "on-request",
                                    "sandbox", "read-only"));
            String files = readOnly.object("thread").text("id");
            pet.turn(files, "patch it");
            Approval.FileChange change = pet.asked(Approval.FileChange.class);
            assertTrue(change.changes().get(0).path().endsWith("hello.txt"), change.toString());
            assertTrue(change.changes().get(0).diff().contains("hello"), change.toString());
            pet.click(change, "acceptForSession");
            play(pet, "file change", files, "idle working waiting-approval working ready");
        }
    }

    @Test
    void aFormAGoalAndASlowStream() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            String form = pet.begin(codex);
            pet.turn(form, "elicit a name");
            Approval.Form asked = pet.asked(Approval.Form.class);
            assertEquals("What should the pet be called?", asked.message());
            assertEquals(ApprovalDesk.Outcome.NOT_OFFERED, pet.click(asked, "accept"));
            assertEquals(ApprovalDesk.Outcome.SENT, pet.click(asked, new ApprovalAnswer.Fill(Map.of("name", "Pip"))));
            play(
                    pet,
                    "elicitation",
                    form,
                    "idle working waiting-approval waiting-answer working ready"); // its flag is the other

            String slow = pet.begin(codex);
            pet.turn(slow, "slow story");
            pet.awaitStates(slow, "idle working"::equals);
            codex.model().open("the end of the story");
            play(pet, "slow stream", slow, "idle working ready");
            List<RuntimeSnapshot> told = pet.told(slow);
            assertTrue(String.valueOf(told.get(told.size() - 1).body()).endsWith("The end."));

            pet.line()
                    .call(
                            "thread/goal/set",
                            Map.of("threadId", slow, "objective", "a green build", "status", "paused"));
            pet.await("the goal", () -> goal(pet, slow).startsWith("a green build"));
            pet.line().call("thread/goal/clear", Map.of("threadId", slow));
            pet.await("no goal", () -> goal(pet, slow).isEmpty());
        }
    }

    private static String goal(WatchedCodex pet, String thread) {
        List<RuntimeSnapshot> told = pet.told(thread);
        return String.valueOf(told.get(told.size() - 1).metadata().getOrDefault("goal", ""));
    }

    @Test
    void failuresRetriesSteeringAndSubAgents() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            String failed = pet.begin(codex);
            pet.turn(failed, "fail 500");
            play(pet, "500", failed, "idle working failed");
            String limit = pet.begin(codex);
            pet.turn(limit, "fail usage");
            play(pet, "usage limit", limit, "idle working failed");
            String retried = pet.begin(codex);
            pet.turn(retried, "drop once");
            play(pet, "retry", retried, "idle working ready");
            assertTrue(
                    activities(pet, retried).contains("retrying"),
                    activities(pet, retried).toString());

            String steered = pet.begin(codex);
            String turn = pet.turn(steered, "wait for steering");
            pet.awaitStates(steered, "idle working"::equals);
            pet.line()
                    .call(
                            "turn/steer",
                            Map.of(
                                    "threadId", steered,
                                    "expectedTurnId", turn,
                                    "input", List.of(Map.of("type", "text", "text", "be brief"))));
            play(pet, "steered", steered, "idle working ready");

            String stopped = pet.begin(codex);
            String endless = pet.turn(stopped, "wait for ever");
            pet.awaitStates(stopped, "idle working"::equals);
            pet.line().call("turn/interrupt", Map.of("threadId", stopped, "turnId", endless));
            play(pet, "interrupted", stopped, "idle working interrupted");

            String parent = pet.begin(codex);
            pet.turn(parent, "spawn a helper");
            play(pet, "parent", parent, "idle working ready");
            pet.await("the helper", () -> pet.childOf(parent) != null);
            String helper = pet.childOf(parent);
            pet.awaitStates(helper, states -> states.endsWith("working ready")); // it may be heard of when it works
            System.out.println("sub-agent: " + pet.states(helper));
            assertFalse(
                    pet.problems().stream().anyMatch(problem -> problem.where().equals("test")));
        }
    }

    /** R10a: only a token of the ledger, once; whoever else calls, nothing leaves. */
    @Test
    void withoutInputNothingLeaves() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            String thread = pet.begin(codex);
            pet.turn(thread, "escalate please");
            Approval.Command asked = pet.asked(Approval.Command.class);
            String id = asked.about().id();
            ApprovalAnswer yes = new ApprovalAnswer.Decide(0);
            assertEquals(ApprovalDesk.Outcome.NO_INPUT, pet.desk().answer(id, yes, null));
            assertEquals(
                    ApprovalDesk.Outcome.NO_INPUT, pet.desk().answer(id, yes, new dev.perch.model.InputToken(99, 0)));
            assertEquals(ApprovalDesk.Outcome.NOT_OFFERED, pet.click(asked, new ApprovalAnswer.Decide(3)));
            assertEquals(ApprovalDesk.Outcome.NOT_OFFERED, pet.click(asked, new ApprovalAnswer.Grant(Set.of(), true)));
            pet.line().call("thread/name/set", Map.of("threadId", thread, "name", "renamed")); // a round trip
            assertEquals(0, pet.line().replies());
            assertEquals(ApprovalDesk.Outcome.SENT, pet.click(asked, "accept"));
            pet.awaitStates(thread, states -> states.endsWith("ready"));
            assertEquals(1, pet.line().replies());
        }
    }

    /** The server is killed in the middle of a question, and comes back. */
    @Test
    void aKilledServerIsToldAsLostAndFoundAgain() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            String thread = pet.begin(codex);
            pet.turn(thread, "escalate please");
            Approval.Command asked = pet.asked(Approval.Command.class);
            codex.kill();
            pet.await("the loss", () -> pet.link().equals("lost"));
            assertEquals(List.of(), pet.desk().open());
            assertEquals(ApprovalDesk.Outcome.GONE, pet.click(asked, "accept"));
            List<RuntimeSnapshot> told = pet.told(thread);
            RuntimeSnapshot last = told.get(told.size() - 1);
            assertEquals(RuntimeSnapshot.LEAST_TTL_MS, last.metadata().get(RuntimeSnapshot.TTL_MS));
            assertEquals("waiting-approval", last.metadata().get(RuntimeSnapshot.STATUS));
            codex.onSocket();
            pet.await("the return", () -> pet.link().equals("connected"));
            pet.awaitStates(thread, states -> states.endsWith("interrupted"));
            assertEquals(0, pet.line().replies());
        }
    }

    private static List<Object> activities(WatchedCodex pet, String session) {
        return pet.told(session).stream()
                .map(snapshot -> snapshot.metadata().getOrDefault(RuntimeSnapshot.ACTIVITY, ""))
                .distinct()
                .toList();
    }

    private static void play(WatchedCodex pet, String name, String session, String expected) {
        pet.awaitStates(session, expected::equals);
        System.out.println(name + ": " + expected);
    }
}
