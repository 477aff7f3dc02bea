package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the released Codex is brought to do, what is told of it and asked meanwhile, and which moment has a picture. */
@SuppressWarnings("ImmutableEnumChecker") // lists are List.of, and scripts remember nothing
enum CodexScene {
    PLAIN_TURN("idle working ready", "ready", play -> play.turn("say hello: a plain turn")),
    SLOW_STREAM("idle working ready", "working", play -> {
        play.turn("slow story: while it streams");
        play.awaitLast("working");
        play.model().open("the end of the story");
    }),
    COMMAND_ACCEPTED(
            "idle working waiting-approval working ready", "waiting-approval", List.of(ScenePlay.COMMAND), play -> {
                play.turn("escalate: a command is accepted");
                play.answer(Approval.Command.class, "accept");
            }),
    COMMAND_DECLINED("idle working waiting-approval working ready", "ready", List.of(ScenePlay.COMMAND), play -> {
        play.turn("escalate: declined elsewhere"); // 0.169.0 offers no "decline" for a command, but takes it
        play.answerElsewhere(Map.of("decision", "decline"));
    }),
    COMMAND_CANCELLED(
            "idle working waiting-approval working interrupted", "interrupted", List.of(ScenePlay.COMMAND), play -> {
                play.turn("escalate: cancelled");
                play.answer(Approval.Command.class, "cancel");
            }),
    FILE_CHANGE(
            "idle working waiting-approval working ready", "waiting-approval", List.of(ScenePlay.FILE), true, play -> {
                play.turn("patch: a file change");
                play.answer(Approval.FileChange.class, "accept");
            }),
    ACCEPTED_FOR_THE_SESSION(
            "idle working waiting-approval working ready working ready",
            "ready",
            List.of(ScenePlay.FILE),
            true,
            play -> {
                play.turn("patch: for the session");
                play.answer(Approval.FileChange.class, "acceptForSession");
                play.awaitLast("ready");
                play.turn("patch: the same again, not asked for");
            }),
    TWO_AT_ONCE(
            "idle working waiting-approval working ready",
            "waiting-approval",
            List.of(ScenePlay.COMMAND, ScenePlay.COMMAND.replace("pet-a", "pet-b")),
            play -> {
                play.turn("two commands at once");
                play.acceptBoth();
            }),
    QUESTION("idle working waiting-answer working ready", "waiting-answer", List.of("Which snack? []"), play -> {
        play.turn("ask me: a question");
        play.answer(Approval.Questions.class, new ApprovalAnswer.Reply(Map.of("snack", List.of("Cookie"))));
    }),
    ELICITATION( // its flag says approval, and the question itself, a moment later, that something is to be said
            "idle working waiting-approval waiting-answer working ready",
            "waiting-answer",
            List.of("What should the pet be called? [accept, decline, cancel]"),
            play -> {
                play.turn("elicit: a form");
                play.answer(Approval.Form.class, new ApprovalAnswer.Fill(Map.of("name", "Pip")));
            }),
    PAGE_TO_VISIT(
            "idle working waiting-approval waiting-answer working ready",
            "waiting-answer",
            List.of("Sign in, please. https://pets.example/sign-in [accept, decline, cancel]"),
            play -> {
                play.turn("elicit: a page to visit");
                play.answer(Approval.Form.class, "accept");
            }),
    PERMISSIONS(
            "idle working waiting-approval working ready", "waiting-approval", List.of("use the network []"), play -> {
                play.turn("want permissions");
                play.answer(Approval.Permissions.class, new ApprovalAnswer.Grant(Set.of("network"), false));
            }),
    STEERED("idle working ready", "ready", play -> {
        String turn = play.turn("wait for steering");
        play.awaitTitle();
        play.call("turn/steer", Map.of("expectedTurnId", turn, "input", ScenePlay.input("be brief")));
    }),
    INTERRUPTED("idle working interrupted", "interrupted", play -> {
        String turn = play.turn("wait for ever: interrupted");
        play.awaitTitle();
        play.call("turn/interrupt", Map.of("turnId", turn));
    }),
    INTERRUPTED_WHILE_IT_ASKS(
            "idle working waiting-approval interrupted", "interrupted", List.of(ScenePlay.COMMAND), play -> {
                String turn = play.turn("escalate: interrupted while it asks");
                play.asked(Approval.Command.class);
                play.call("turn/interrupt", Map.of("turnId", turn));
            }),
    RETRY("idle working ready", "working", play -> {
        play.turn("drop once: tried again");
        play.awaitLast("ready");
        assertTrue(play.activities().contains("retrying"), play.activities().toString());
    }),
    USAGE_LIMIT("idle working failed", "failed", play -> {
        play.turn("fail usage limit");
        play.awaitSaid("usage limit");
    }),
    ERROR_500("idle working failed", "failed", play -> {
        play.turn("fail 500");
        play.awaitSaid("high demand");
    }),
    SUB_AGENT("idle working ready", "ready", play -> {
        play.turn("spawn a helper");
        play.awaitHelper("working ready"); // it may be heard of only once it works
    }),
    GOAL("idle working ready", "ready", play -> {
        play.turn("say hello: with a goal");
        play.awaitLast("ready");
        play.call("thread/goal/set", Map.of("objective", "a green build", "status", "paused"));
        play.awaitGoal("a green build (paused)");
        play.call("thread/goal/clear", Map.of());
        play.awaitGoal("");
    });

    /** The states that are told of the thread, equal neighbours once. */
    final String states;

    /** The state whose last snapshot is drawn. */
    final String moment;

    /** The questions that are laid on the desk: what is asked, and what Codex offers. */
    final List<String> cards;

    /** Whether Codex may write no file without asking. */
    final boolean readOnly;

    private final Script script;

    private interface Script {
        void play(ScenePlay play) throws Exception;
    }

    CodexScene(String states, String moment, Script script) {
        this(states, moment, List.of(), script);
    }

    CodexScene(String states, String moment, List<String> cards, Script script) {
        this(states, moment, cards, false, script);
    }

    CodexScene(String states, String moment, List<String> cards, boolean readOnly, Script script) {
        this.states = states;
        this.moment = moment;
        this.cards = cards;
        this.readOnly = readOnly;
        this.script = script;
    }

    /** Plays it on a thread of its own, until all is told that is expected. */
    ScenePlay play(RealCodex codex, WatchedCodex pet) throws Exception {
        ScenePlay play = new ScenePlay(codex, pet, pet.begin(codex, readOnly ? "read-only" : "workspace-write"));
        script.play(play);
        play.awaitEnd(states);
        return play;
    }
}
