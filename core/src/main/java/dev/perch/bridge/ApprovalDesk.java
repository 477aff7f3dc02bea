package dev.perch.bridge;

import dev.perch.model.Approval;
import dev.perch.model.ApprovalAnswer;
import dev.perch.model.InputToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The open questions, and the only way by which an answer leaves: with a token of a real input event, once. It is a thing of
 * the host alone: no source, plugin, snapshot, socket or timer has a token. Safe for threads.
 */
public final class ApprovalDesk {
    private final Predicate<InputToken> redeem;
    private final AtomicLong replies = new AtomicLong();
    private final List<Ask> answered = new ArrayList<>();
    private volatile List<Open> open = List.of();
    private volatile List<Approval> shown = List.of();
    private volatile Runnable changed = () -> {};

    /** One question that can be answered now, and the way to whoever asks. */
    record Open(Ask ask, Approval shown, BiConsumer<Ask, Map<String, Object>> send) {}

    /** What became of an answer. */
    public enum Outcome {
        /** It is on its way; the question is closed here. */
        SENT,
        /** No real input event stands behind it: nothing was sent. */
        NO_INPUT,
        /** The question is no longer open. */
        GONE,
        /** The question does not allow that answer, or Perch does not answer this server. */
        NOT_OFFERED
    }

    /** @param redeem takes a token out of the ledger, and says whether it was a good one */
    public ApprovalDesk(Predicate<InputToken> redeem) {
        this.redeem = redeem;
    }

    /** What is open, by arrival. A new list whenever it changes. */
    public List<Approval> open() {
        return shown;
    }

    /** Has that called, on any thread, whenever {@link #open} is another list. */
    public void onChange(Runnable listener) {
        changed = listener;
    }

    /** How many answers have left, over the whole run. */
    public long replies() {
        return replies.get();
    }

    /**
     * Answers for the user. Returns at once.
     *
     * @param id of {@link Approval.About}
     * @param token of the event by which the user chose; worthless afterwards, whatever comes of it
     */
    public synchronized Outcome answer(String id, ApprovalAnswer answer, @Nullable InputToken token) {
        if (token == null || !redeem.test(token)) {
            return Outcome.NO_INPUT;
        }
        for (Open one : open) {
            if (one.shown().about().id().equals(id)) {
                return answer(one, answer);
            }
        }
        return Outcome.GONE;
    }

    private Outcome answer(Open one, ApprovalAnswer answer) {
        Map<String, Object> result =
                one.shown().about().answerable() ? AskReply.of(one.ask(), one.shown(), answer) : null;
        if (result == null) {
            return Outcome.NOT_OFFERED;
        }
        answered.add(one.ask());
        set(open.stream().filter(other -> !other.equals(one)).toList());
        replies.incrementAndGet();
        one.send().accept(one.ask(), result);
        return Outcome.SENT;
    }

    /** These, and no others, are asked; what was answered is open no more, though the server has not said so yet. */
    synchronized void show(List<Open> all) {
        answered.retainAll(all.stream().map(Open::ask).toList());
        set(all.stream().filter(one -> !answered.contains(one.ask())).toList());
    }

    private void set(List<Open> now) {
        open = now;
        shown = now.stream().map(Open::shown).toList();
        changed.run();
    }
}
