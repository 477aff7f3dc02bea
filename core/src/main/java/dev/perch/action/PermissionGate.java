package dev.perch.action;

import dev.perch.model.ActionClass;
import dev.perch.model.ActionSpec.OpenThread.Which;
import dev.perch.model.PetId;
import dev.perch.model.Problem;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides whether an action may happen: no, unless it is free or the user said so. Runs nothing. Render thread only.
 */
public final class PermissionGate {
    /** So many prompts of one pet in {@link #PERIOD_NANOS}, whatever became of its bytes, then it is denied without a word. */
    public static final int MOST_PROMPTS = 3;

    /** Ten minutes. */
    public static final long PERIOD_NANOS = 600_000_000_000L;

    private final InputTokens tokens;
    private final Map<PetId, ArrayDeque<Long>> prompted = new HashMap<>();
    private int edition;
    private TargetFinder targets;
    private GrantBook book;

    /**
     * A gate.
     *
     * @param tokens the ledger of the window's input
     * @param user what the user's files allow
     * @param book what the user decided before
     */
    public PermissionGate(InputTokens tokens, UserActions user, GrantBook book) {
        this.tokens = tokens;
        targets = new TargetFinder(user);
        this.book = book;
    }

    /** The user's files say something else from now on. */
    public void setUser(UserActions user) {
        targets = new TargetFinder(user);
        edition++;
    }

    /** Another number after each change of what the user's files say. */
    int edition() {
        return edition;
    }

    /** The grants are these from now on. */
    public void setBook(GrantBook newBook) {
        book = newBook;
    }

    /** The grants. */
    public GrantBook book() {
        return book;
    }

    /**
     * Judges a request; its token is spent.
     *
     * @param threads knows the id of a thread; asked when one is to be shown
     * @param nowNanos of the runtime's clock
     * @param wallMillis of the wall clock, for the terms of grants
     */
    public Decision decide(
            ActionRequest request, Function<Which, Optional<String>> threads, long nowNanos, long wallMillis) {
        if (!tokens.redeem(request.token(), nowNanos)) {
            return denied(request, "no fresh input of yours asks for it", "do it again", true);
        }
        ActionClass needs = request.spec().actionClass();
        if (request.on().isPassing() && needs != ActionClass.FREE) {
            return denied(request, "a " + request.on().word() + " may not ask for it", "bind it to a click", true);
        }
        TargetFinder.Finding finding = targets.find(request.spec(), request.dropped(), threads);
        if (finding instanceof TargetFinder.Finding.Unfit unfit) {
            return new Decision.Denied(unfit.why(), false);
        }
        Effect effect = ((TargetFinder.Finding.Found) finding).effect();
        if (needs == ActionClass.FREE) {
            return new Decision.Allowed(effect, "free");
        }
        return judge(request, effect, nowNanos, wallMillis);
    }

    private Decision judge(ActionRequest request, Effect effect, long nowNanos, long wallMillis) {
        Problem fault = book.fault();
        if (fault != null) {
            return new Decision.Denied(fault, false);
        }
        Grant.Ruling ruling = book.ruling(GrantKey.of(request, effect), wallMillis);
        if (ruling == Grant.Ruling.DENY) {
            return denied(request, "you denied it before", "revoke that with perch permissions", true);
        }
        if (ruling == Grant.Ruling.ALLOW) {
            return new Decision.Allowed(effect, "grant");
        }
        if (!mayPrompt(request.origin().pet(), nowNanos)) {
            return denied(request, "it has asked " + MOST_PROMPTS + " times in ten minutes", "try again later", true);
        }
        return new Decision.Ask(effect);
    }

    private boolean mayPrompt(PetId pet, long nowNanos) {
        ArrayDeque<Long> times = prompted.computeIfAbsent(pet, id -> new ArrayDeque<>());
        while (!times.isEmpty() && nowNanos - times.getFirst() >= PERIOD_NANOS) {
            times.removeFirst();
        }
        if (times.size() >= MOST_PROMPTS) {
            return false;
        }
        times.addLast(nowNanos);
        return true;
    }

    private static Decision denied(ActionRequest request, String what, String remedy, boolean quiet) {
        return new Decision.Denied(
                Problem.error(TargetFinder.shown(request.origin().name()) + " " + request.actionId(), what, remedy),
                quiet);
    }
}
