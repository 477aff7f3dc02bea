package dev.perch.bridge;

import dev.perch.model.ActivityCategory;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import dev.perch.model.StatusSign;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a thread is told: the first rule that applies, with the reason for it. */
enum BridgeRule {
    APPROVAL_ASKED(
            thread -> thread.firstAsk(true) != null,
            SessionStatus.WAITING_APPROVAL,
            ActivityCategory.WAITING_APPROVAL,
            PetAnimationState.WAITING,
            "a question that is open comes before anything else: the status of an interrupted thread says idle before the"
                    + " question is withdrawn"),
    ANSWER_ASKED(
            thread -> thread.firstAsk(false) != null,
            SessionStatus.WAITING_ANSWER,
            ActivityCategory.WAITING_ANSWER,
            PetAnimationState.WAITING,
            "the same for questions and forms"),
    ANSWER_FLAGGED(
            thread -> thread.status().wantsAnswer(),
            SessionStatus.WAITING_ANSWER,
            ActivityCategory.WAITING_ANSWER,
            PetAnimationState.WAITING,
            "the flag is told to everybody, the question itself only to those who subscribed"),
    APPROVAL_FLAGGED(
            thread -> thread.status().wantsApproval(),
            SessionStatus.WAITING_APPROVAL,
            ActivityCategory.WAITING_APPROVAL,
            PetAnimationState.WAITING,
            "the same for approvals"),
    RETRYING(
            thread -> thread.turn().running() && thread.turn().retrying(),
            SessionStatus.WORKING,
            ActivityCategory.RETRYING,
            PetAnimationState.RUNNING,
            "an error that Codex tries again after is no failure: the thread stays active"),
    WORKING(
            thread -> thread.status().active() || thread.turn().running(),
            SessionStatus.WORKING,
            null,
            PetAnimationState.RUNNING,
            "status comes from thread and turn, never from open items: those of an interrupted turn are never closed; the"
                    + " status says idle just before the turn says how it ended, so it works until then"),
    FAILED(
            thread -> thread.status().kind() == ThreadStatus.Kind.SYSTEM_ERROR
                    || thread.turn().phase() == TurnState.Phase.FAILED,
            SessionStatus.FAILED,
            ActivityCategory.FAILED,
            PetAnimationState.FAILED,
            "a system error lasts until the next turn"),
    INTERRUPTED(
            thread -> thread.turn().phase() == TurnState.Phase.INTERRUPTED,
            SessionStatus.INTERRUPTED,
            ActivityCategory.INTERRUPTED,
            PetAnimationState.IDLE,
            "what the user stopped has not failed, and can go on"),
    DONE(
            thread -> thread.turn().phase() == TurnState.Phase.COMPLETED,
            SessionStatus.READY,
            ActivityCategory.DONE_UNREAD,
            PetAnimationState.REVIEW,
            "done until the user has seen it, the next turn, or its time is up; an open TUI marks a turn as read by itself"
                    + " within milliseconds, so the read state of Codex says nothing"),
    CALM(thread -> true, SessionStatus.IDLE, null, PetAnimationState.IDLE, "nothing goes on");

    private final Predicate<ThreadState> applies;
    private final SessionStatus status;
    private final @Nullable ActivityCategory activity;
    private final PetAnimationState state;
    private final String reason;

    BridgeRule(
            Predicate<ThreadState> applies,
            SessionStatus status,
            @Nullable ActivityCategory activity,
            PetAnimationState state,
            String reason) {
        this.applies = applies;
        this.status = status;
        this.activity = activity;
        this.state = state;
        this.reason = reason;
    }

    /** The rule for a thread. */
    static BridgeRule of(ThreadState thread) {
        for (BridgeRule rule : values()) {
            if (rule.applies.test(thread)) {
                return rule;
            }
        }
        return CALM;
    }

    /** Whether the user should see it: it works, waits, failed or is ready. */
    boolean lively() {
        return status.sign() != StatusSign.NONE;
    }

    SessionStatus status() {
        return status;
    }

    /** What the thread is busy with; null where the rule does not say. */
    @Nullable
    ActivityCategory activity(ThreadState thread) {
        return this == WORKING ? thread.doing().category() : activity;
    }

    PetAnimationState state() {
        return state;
    }

    String reason() {
        return reason;
    }
}
