package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.RuntimeSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    private enum Way {
        STDIO,
        SOCKET,
        LOOPBACK_WITH_TOKEN;

        CodexTarget to(RealCodex codex) throws Exception {
            return switch (this) {
                case STDIO -> codex.asChild();
                case SOCKET -> codex.onSocket();
                case LOOPBACK_WITH_TOKEN -> codex.onLoopback();
            };
        }
    }

    /** Prints the trace of each: what was told of its thread, and what was asked. */
    @ParameterizedTest
    @EnumSource
    void everySceneIsToldAndAskedAsItIsWrittenDown(Way way) throws Exception {
        try (WatchedCodex pet = new WatchedCodex(way.to(codex))) {
            for (CodexScene scene : CodexScene.values()) {
                ScenePlay play = scene.play(codex, pet);
                System.out.println(way + " " + scene + ": " + scene.states + "; asked: " + play.cards());
                assertEquals(scene.cards, play.cards(), scene.name());
                assertEquals(play.title(), play.last().title(), scene.name());
            }
            assertEquals(pet.desk().replies(), pet.line().replies());
            assertEquals(List.of(), pet.problems());
        }
    }

    @Test
    void whoComesLateIsStillShownWhatWouldBeChanged() throws Exception {
        CodexTarget target = codex.onSocket();
        try (WatchedCodex early = new WatchedCodex(target)) {
            early.turn(early.begin(codex, "read-only"), "patch it");
            Approval.FileChange seen = early.asked(Approval.FileChange.class);
            try (WatchedCodex late = new WatchedCodex(target)) {
                late.await(
                        "the diff",
                        () -> late.desk().open().stream()
                                .anyMatch(one -> one instanceof Approval.FileChange change
                                        && change.changes().equals(seen.changes())));
                assertEquals(1, seen.changes().size());
                late.click(late.asked(Approval.FileChange.class), "decline");
                early.await("the card to leave", () -> early.desk().open().isEmpty());
            }
        }
    }

    @Test
    void whatWasNotAskedForIsNotSent() throws Exception {
        try (WatchedCodex pet = new WatchedCodex(codex.onSocket())) {
            pet.turn(pet.begin(codex), "ask me");
            Approval.Questions asked = pet.asked(Approval.Questions.class);
            notOffered(pet, asked, new ApprovalAnswer.Reply(Map.of("nothing", List.of("Cookie"))));
            pet.turn(pet.begin(codex), "want permissions");
            Approval.Permissions wanted = pet.asked(Approval.Permissions.class);
            notOffered(pet, wanted, new ApprovalAnswer.Grant(Set.of("write:/"), false));
            pet.turn(pet.begin(codex), "elicit a name");
            Approval.Form form = pet.asked(Approval.Form.class);
            notOffered(pet, form, new ApprovalAnswer.Decide(0)); // accepted, and nothing filled in
            assertEquals(0, pet.line().replies());
        }
    }

    private static void notOffered(WatchedCodex pet, Approval asked, ApprovalAnswer answer) {
        assertEquals(ApprovalDesk.Outcome.NOT_OFFERED, pet.click(asked, answer), asked::toString);
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
}
