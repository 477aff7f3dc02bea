package dev.perch.action;

import dev.perch.model.InputToken;
import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come in and effects go out: asks the gate, asks the user, lets happen what is allowed, and has all of it
 * written down. One question at a time. Render thread only.
 */
public final class ActionDesk {
    /** A question that nobody answers is denied. */
    public static final long PATIENCE_NANOS = 120_000_000_000L;

    private static final String CHANGED = "a change of the user's files";

    private final InputTokens tokens;
    private final PermissionGate gate;
    private final EffectPort port;
    private final AuditSink audit;
    private final LongSupplier wallMillis;
    private final Consumer<GrantBook> keeper;
    private final List<Outcome> news = new ArrayList<>();
    private @Nullable Prompt prompt;
    private final Arming arming = new Arming();
    private int edition;

    /** Something that the pet is to act on. */
    public sealed interface Outcome {
        /** The request's pet does this itself. */
        record Own(Origin origin, Effect effect) implements Outcome {}

        /** It goes to the port; the answer comes later. */
        record Begun(Origin origin, Effect effect) implements Outcome {}

        /** It does not happen. */
        record Refused(Origin origin, Problem why) implements Outcome {}
    }

    /**
     * A desk.
     *
     * @param tokens the ledger that the gate knows too
     * @param port where effects go
     * @param wallMillis the wall clock
     * @param keeper stores the grants that are to be remembered; returns at once
     */
    public ActionDesk(
            InputTokens tokens,
            PermissionGate gate,
            EffectPort port,
            AuditSink audit,
            LongSupplier wallMillis,
            Consumer<GrantBook> keeper) {
        this.tokens = tokens;
        this.gate = gate;
        this.port = port;
        this.audit = audit;
        this.wallMillis = wallMillis;
        this.keeper = keeper;
    }

    /** A desk that lets the pet do its own things and nothing else: for pictures and tests. */
    public static ActionDesk ofPetAlone() {
        InputTokens tokens = new InputTokens();
        PermissionGate gate = new PermissionGate(tokens, UserActions.NONE, GrantBook.EMPTY);
        return new ActionDesk(tokens, gate, EffectPort.NONE, AuditSink.NONE, () -> 0, book -> {});
    }

    /** The ledger of input. */
    public InputTokens tokens() {
        return tokens;
    }

    /** The gate. */
    public PermissionGate gate() {
        return gate;
    }

    /**
     * Takes in a request.
     *
     * @param done told what became of an effect that left; on any thread
     */
    public void submit(ActionRequest request, long nowNanos, Consumer<ActionOutcome> done) {
        Decision decision = gate.decide(request, port::thread, nowNanos, wallMillis.getAsLong());
        if (decision instanceof Decision.Ask && prompt != null) {
            decision = new Decision.Denied(
                    Problem.error(request.actionId(), "another question is open", "answer that one first"), true);
        }
        if (decision instanceof Decision.Denied denied) {
            log("decision", request, null, "denied", denied.why().what());
            if (!denied.quiet()) {
                news.add(new Outcome.Refused(request.origin(), denied.why()));
            }
        } else if (decision instanceof Decision.Ask ask) {
            log("decision", request, ask.effect(), "ask", "gate");
            edition = gate.edition();
            prompt = new Prompt(request, ask.effect(), nowNanos);
            arming.reset();
        } else if (decision instanceof Decision.Allowed allowed) {
            log("decision", request, allowed.effect(), "allowed", allowed.by());
            begin(request, allowed.effect(), done);
        }
    }

    /** The open question, or null. */
    public @Nullable Prompt prompt() {
        return prompt;
    }

    /** When yes can be said to the open question; whoever draws it tells it. */
    public Arming arming() {
        return arming;
    }

    /**
     * Answers the open question. A yes counts only when it is offered and armed, with a fresh token of the user's click or key.
     *
     * @return whether the question is closed
     */
    public boolean answer(Prompt.Choice choice, InputToken token, long nowNanos, Consumer<ActionOutcome> done) {
        Prompt open = prompt;
        boolean real = tokens.redeem(token, nowNanos);
        if (open == null || !real || !open.choices().contains(choice)) {
            return false;
        }
        if (choice == Prompt.Choice.DENY || edition != gate.edition()) {
            deny(choice == Prompt.Choice.DENY ? "user" : CHANGED);
            return true;
        }
        if (!arming.isOver(nowNanos)) {
            return false;
        }
        prompt = null;
        log("decision", open.request(), open.effect(), "allowed", "user, " + choice.label());
        remember(open, choice);
        begin(open.request(), open.effect(), done);
        return true;
    }

    /**
     * Denies a question that has waited too long, or whose target the user's files may name no more.
     *
     * @return when that will be; {@link Long#MAX_VALUE}: none is open
     */
    public long expire(long nowNanos) {
        Prompt open = prompt;
        if (open == null) {
            return Long.MAX_VALUE;
        }
        long end = open.openedNanos() + PATIENCE_NANOS;
        if (nowNanos >= end || edition != gate.edition()) {
            deny(nowNanos >= end ? "time" : CHANGED);
            return Long.MAX_VALUE;
        }
        return end;
    }

    /**
     * Closes the open question with a no.
     *
     * @param by who or what said it
     */
    public void deny(String by) {
        Prompt open = prompt;
        if (open != null) {
            prompt = null;
            log("decision", open.request(), open.effect(), "denied", by);
        }
    }

    /** Closes the open question with a no, and has the pet say why: it cannot be shown as it is. */
    public void withdraw(Problem why) {
        Prompt open = prompt;
        if (open != null) {
            deny(why.what());
            news.add(new Outcome.Refused(open.request().origin(), why));
        }
    }

    /** The grants that count now, the newest first. */
    public List<Grant> permitted() {
        List<Grant> living = new ArrayList<>(gate.book().grants());
        living.removeIf(grant -> !grant.lives(wallMillis.getAsLong()));
        Collections.reverse(living);
        return living;
    }

    /**
     * Forgets one grant; nothing, when there is none of that key any more.
     *
     * @param id of its key
     */
    public void revoke(String id) {
        List<Grant> grants = gate.book().grants();
        for (int place = 0; place < grants.size(); place++) {
            GrantKey key = grants.get(place).key();
            if (key.id().equals(id)) {
                gate.setBook(gate.book().without(place));
                keeper.accept(gate.book());
                audit.write("grant", key.revoked());
                return;
            }
        }
    }

    /** Forgets all grants. */
    public void revokeAll() {
        audit.write("grant", GrantKey.ALL.revoked());
        gate.setBook(GrantBook.EMPTY);
        keeper.accept(GrantBook.EMPTY);
    }

    /** Hands over what happened since it was last asked. */
    public void drain(Consumer<Outcome> sink) {
        if (!news.isEmpty()) {
            news.forEach(sink);
            news.clear();
        }
    }

    private void begin(ActionRequest request, Effect effect, Consumer<ActionOutcome> done) {
        log("effect", request, effect, "begun", "");
        if (effect instanceof Effect.Deed || effect instanceof Effect.Status) {
            news.add(new Outcome.Own(request.origin(), effect));
            return;
        }
        news.add(new Outcome.Begun(request.origin(), effect));
        port.perform(effect, outcome -> {
            String what = outcome instanceof ActionOutcome.Failed failed
                    ? failed.why().what()
                    : "done";
            log("outcome", request, effect, outcome instanceof ActionOutcome.Done ? "done" : "failed", what);
            done.accept(outcome);
        });
    }

    private void remember(Prompt open, Prompt.Choice choice) {
        if (choice == Prompt.Choice.ONCE) {
            return;
        }
        long now = wallMillis.getAsLong();
        Grant.Scope scope = choice == Prompt.Choice.SESSION ? Grant.Scope.SESSION : Grant.Scope.DATE;
        GrantKey key = GrantKey.of(open.request(), open.effect());
        gate.setBook(gate.book().with(new Grant(key, Grant.Ruling.ALLOW, scope, now, now + Grant.LONGEST_MILLIS)));
        log("grant", open.request(), open.effect(), "allow", choice.label());
        keeper.accept(gate.book());
    }

    private void log(String kind, ActionRequest request, @Nullable Effect effect, String decision, String by) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("pet", request.origin().pet().id());
        fields.put("package", request.origin().packageHash());
        fields.put("action", request.actionId());
        fields.put("on", request.on().word());
        fields.put("class", String.valueOf(request.spec().actionClass().level()));
        fields.put("kindOfAction", request.spec().kind());
        fields.put("target", effect == null ? "" : Effect.Part.all(effect.parts()));
        fields.put("decision", decision);
        fields.put("by", by);
        audit.write(kind, fields);
    }
}
