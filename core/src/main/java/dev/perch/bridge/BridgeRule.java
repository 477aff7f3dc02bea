package dev.perch.bridge;

import dev.perch.model.ActivityCategory;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import dev.perch.model.StatusSign;
import org.jspecify.annotations.Nullable;

/** How a thread is told: the first rule that applies, with the reason for it. */
enum BridgeRule {
    APPROVAL_ASKED(
            SessionStatus.WAITING_APPROVAL,
            ActivityCategory.WAITING_APPROVAL,
            "a question that is open comes before anything else: the status of an interrupted thread says idle before the"
                    + " question is withdrawn"),
    ANSWER_ASKED(SessionStatus.WAITING_ANSWER, ActivityCategory.WAITING_ANSWER, "the same for questions and forms"),
    ANSWER_FLAGGED(
            SessionStatus.WAITING_ANSWER,
            ActivityCategory.WAITING_ANSWER,
            "the flag is told to everybody, the question itself only to those who subscribed"),
    APPROVAL_FLAGGED(SessionStatus.WAITING_APPROVAL, ActivityCategory.WAITING_APPROVAL, "the same for approvals"),
    RETRYING(
            SessionStatus.WORKING,
            ActivityCategory.RETRYING,
            "an error that Codex tries again after is no failure: the thread stays active"),
    WORKING(
            SessionStatus.WORKING,
            null,
            "status comes from thread and turn, never from open items: those of an interrupted turn are never closed; the"
                    + " status says idle just before the turn says how it ended, so it works until then"),
    FAILED(SessionStatus.FAILED, ActivityCategory.FAILED, "a system error lasts until the next turn"),
    INTERRUPTED(
            SessionStatus.INTERRUPTED,
            ActivityCategory.INTERRUPTED,
            "what the user stopped has not failed, and can go on"),
    DONE(
            SessionStatus.READY,
            ActivityCategory.DONE_UNREAD,
            "done until the user has seen it, the next turn, or its time is up; an open TUI marks a turn as read by itself"
                    + " within milliseconds, so the read state of Codex says nothing"),
    CALM(SessionStatus.IDLE, null, "nothing goes on");

    private final SessionStatus status;
    private final @Nullable ActivityCategory activity;
    private final String reason;

    BridgeRule(SessionStatus status, @Nullable ActivityCategory activity, String reason) {
        this.status = status;
        this.activity = activity;
        this.reason = reason;
    }

    /** The rule for a thread. */
    static BridgeRule of(ThreadState thread) {
        for (BridgeRule rule : values()) {
            if (rule.applies(thread)) {
                return rule;
            }
        }
        return CALM;
    }

    private boolean applies(ThreadState thread) {
        return switch (this) {
            case APPROVAL_ASKED -> thread.firstAsk(true) != null;
            case ANSWER_ASKED -> thread.firstAsk(false) != null;
            case ANSWER_FLAGGED -> thread.status().wantsAnswer();
            case APPROVAL_FLAGGED -> thread.status().wantsApproval();
            case RETRYING -> thread.turn().running() && thread.turn().retrying();
            case WORKING ->
                thread.status().active()
                        || (thread.turn().running() && thread.status().kind() != ThreadStatus.Kind.SYSTEM_ERROR);
            case FAILED ->
                thread.status().kind() == ThreadStatus.Kind.SYSTEM_ERROR
                        || thread.turn().phase() == TurnState.Phase.FAILED;
            case INTERRUPTED -> thread.turn().phase() == TurnState.Phase.INTERRUPTED;
            case DONE -> thread.turn().phase() == TurnState.Phase.COMPLETED;
            case CALM -> true;
        };
    }

    /** Whether the user should see it: it works, waits, failed or is ready. */
    boolean lively() {
        return status.sign() != StatusSign.NONE;
    }

    /** Whether it works or waits: what is no longer so once nobody can say. */
    boolean goesOn() {
        return status == SessionStatus.WORKING
                || status == SessionStatus.WAITING_APPROVAL
                || status == SessionStatus.WAITING_ANSWER;
    }

    SessionStatus status() {
        return status;
    }

    /** What the thread is busy with; null where the rule does not say. */
    @Nullable
    ActivityCategory activity(ThreadState thread) {
        return this == WORKING ? thread.doing().category() : activity;
    }

    /** What a pet acts out. */
    PetAnimationState state() {
        return switch (status) {
            case WORKING -> PetAnimationState.RUNNING;
            case WAITING_APPROVAL, WAITING_ANSWER -> PetAnimationState.WAITING;
            case READY -> PetAnimationState.REVIEW;
            case FAILED -> PetAnimationState.FAILED;
            case IDLE, INTERRUPTED -> PetAnimationState.IDLE;
        };
    }

    String reason() {
        return reason;
    }
}
