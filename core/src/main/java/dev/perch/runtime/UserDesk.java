package dev.perch.runtime;

import dev.perch.action.AuditSink;
import dev.perch.api.OverlayNotification;
import dev.perch.ecs.Acting;
import dev.perch.ecs.Arrivals;
import dev.perch.model.Approval;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the user's gestures may do besides what pets do by themselves, and where the user answers what agents ask. */
final class UserDesk implements AutoCloseable {
    private final Consumer<Arrivals.Event> inbox;
    private @Nullable CompanionActions actions;
    private @Nullable UserApprovals approvals;
    private @Nullable HostQuestions questions;

    /** @param inbox takes what comes from other threads, in its order */
    UserDesk(Consumer<Arrivals.Event> inbox) {
        this.inbox = inbox;
    }

    /** Lets gestures do what these can; closed with the desk. */
    void act(CompanionActions behind) {
        actions = behind;
    }

    /** Has agents' questions answered there. */
    void ask(UserApprovals agents) {
        approvals = agents;
    }

    /** Has Perch's own questions answered there. */
    void ask(HostQuestions own) {
        questions = own;
    }

    /** What carries out effects that leave Perch, if pets may have any. */
    void onDesktop(DesktopDoor desktop) {
        if (actions != null) {
            actions.onDesktop(desktop);
        }
    }

    /** Begins to hear of questions and of what is revoked: once, when the first window opens. */
    void open() {
        if (actions != null) {
            actions.watch(work -> inbox.accept(step -> work.run()));
        }
        if (approvals != null) {
            approvals.auditTo(actions == null ? AuditSink.NONE : actions.audit());
            approvals.desk().onChange(() -> inbox.accept(step -> {}));
        }
        if (questions != null) {
            questions.onChange(() -> inbox.accept(step -> {}));
        }
    }

    /**
     * For the runtime of one window.
     *
     * @param told what it tells of sessions, on any thread
     * @param back takes what becomes of its effects, in its order
     */
    Acting acting(Supplier<List<OverlayNotification>> told, Consumer<Arrivals.Event> back) {
        return actions == null
                ? Acting.ofPetsAlone()
                : actions.acting(new ToldThreads(told), outcome -> back.accept(step -> step.told.add(outcome)));
    }

    /** Has questions that are about this open at the pets of that runtime. */
    void serve(PetRuntime runtime, Predicate<Approval> about) {
        if (actions != null) {
            runtime.tellOf(actions::recent);
        }
        if (approvals != null) {
            runtime.ask(approvals, about);
        }
        HostQuestions own = questions;
        if (own != null) {
            runtime.ask(own);
        }
    }

    @Override
    public void close() {
        if (actions != null) {
            actions.close();
        }
    }
}
