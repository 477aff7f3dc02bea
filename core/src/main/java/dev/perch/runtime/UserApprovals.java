package dev.perch.runtime;

import dev.perch.action.AuditSink;
import dev.perch.action.InputTokens;
import dev.perch.api.Clock;
import dev.perch.bridge.ApprovalDesk;
import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The questions of agents in one program, with a ledger of input that is theirs alone: no token of a pet's gesture answers one.
 * The program hands it to the companion; only the panel answers, on the render thread.
 */
public final class UserApprovals {
    private final InputTokens tokens = new InputTokens();
    private final ApprovalDesk desk;
    private volatile AuditSink audit = AuditSink.NONE;

    /** @param clock of the runtime */
    public UserApprovals(Clock clock) {
        this(clock::nanos);
    }

    private UserApprovals(LongSupplier nanos) {
        desk = new ApprovalDesk(token -> tokens.redeem(token, nanos.getAsLong()));
    }

    /** Where nobody asks. */
    static UserApprovals none() {
        return new UserApprovals(() -> 0L);
    }

    /** Where sources lay questions; without a token nothing is answered there. */
    public ApprovalDesk desk() {
        return desk;
    }

    /** Has answers written down there from now on. */
    void auditTo(AuditSink sink) {
        audit = sink;
    }

    List<Approval> open() {
        return desk.open();
    }

    /**
     * The user chose this by a click or key at that time.
     *
     * @param words what was chosen, for the audit
     */
    ApprovalDesk.Outcome answer(Approval asked, ApprovalAnswer answer, String words, long eventNanos) {
        ApprovalDesk.Outcome outcome = desk.answer(asked.about().id(), answer, tokens.mint(eventNanos));
        if (outcome == ApprovalDesk.Outcome.SENT) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("threadId", asked.about().session().id());
            line.put("turnId", asked.about().turn());
            line.put("itemId", asked.about().item());
            line.put("decision", words);
            line.put("by", "user");
            audit.write("approval", line);
        }
        return outcome;
    }
}
