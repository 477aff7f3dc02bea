package dev.perch.runtime;

import dev.perch.action.AuditSink;
import dev.perch.api.OverlayNotification;
import dev.perch.ecs.Acting;
import dev.perch.ecs.Arrivals;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the user's gestures may do besides what pets do by themselves, and where the user answers what agents ask. */
final class UserDesk implements AutoCloseable {
    private final Consumer<Arrivals.Event> inbox;
    private @Nullable CompanionActions actions;
    private @Nullable UserApprovals approvals;
    private @Nullable HostQuestions questions;

    /** @param inbox takes what comes back, in its order */
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

    /**
     * For a runtime that is about to open.
     *
     * @param told what is told of all sessions, on any thread
     */
    Acting acting(Supplier<List<OverlayNotification>> told) {
        CompanionActions behind = actions;
        if (behind == null) {
            return Acting.ofPetsAlone();
        }
        behind.onThreads(new ToldThreads(told));
        return behind.acting(
                outcome -> inbox.accept(step -> step.told.add(outcome)), work -> inbox.accept(step -> work.run()));
    }

    /** Has questions open at the pets of that runtime. */
    void serve(PetRuntime runtime) {
        UserApprovals asked = approvals;
        if (asked != null) {
            asked.auditTo(actions == null ? AuditSink.NONE : actions.audit());
            asked.desk().onChange(() -> inbox.accept(step -> {}));
            runtime.ask(asked);
        }
        HostQuestions own = questions;
        if (own != null) {
            own.onChange(() -> inbox.accept(step -> {}));
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
