package dev.perch.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one thread. A value: what the server says makes the next one of it.
 *
 * @param info what it is
 * @param status how it stands, by the server
 * @param turn its last turn
 * @param doing what it is busy with; counts only while it works
 * @param asks what waits for the user, by arrival
 * @param words the last that the agent said; empty when nothing was heard
 * @param ledger plan, tokens and what else is told beside the status
 */
record ThreadState(
        ThreadInfo info,
        ThreadStatus status,
        TurnState turn,
        Doing doing,
        List<Ask> asks,
        String words,
        Ledger ledger) {

    ThreadState {
        asks = List.copyOf(asks);
    }

    /** A thread of which only this is known. */
    static ThreadState of(ThreadInfo info) {
        return new ThreadState(info, ThreadStatus.UNKNOWN, TurnState.NONE, Doing.THINKING, List.of(), "", Ledger.EMPTY);
    }

    ThreadState with(ThreadInfo next) {
        return new ThreadState(next, status, turn, doing, asks, words, ledger);
    }

    ThreadState with(Doing next) {
        return new ThreadState(info, status, turn.going(), next, asks, words, ledger);
    }

    ThreadState with(Ledger next) {
        return new ThreadState(info, status, turn, doing, asks, words, next);
    }

    ThreadState saying(String said) {
        return new ThreadState(info, status, turn, doing, asks, said, ledger);
    }

    private ThreadState with(ThreadStatus nextStatus, TurnState nextTurn, List<Ask> nextAsks) {
        return new ThreadState(info, nextStatus, nextTurn, doing, nextAsks, words, ledger);
    }

    private ThreadState with(TurnState next) {
        return with(status, next, asks);
    }

    /**
     * The server says how the thread stands. One that works and waits for nothing has no open question: the flag stays
     * until the last is answered. Any other word leaves the questions: they end with the turn. A thread that begins to
     * work has begun a turn, told or not.
     */
    ThreadState stands(ThreadStatus next) {
        if (!next.active()) {
            return with(next, turn, asks);
        }
        TurnState at = turn.running() ? turn.going() : TurnState.UNNAMED;
        ThreadState now = with(next, at, next.waits() ? asks : List.of());
        return turn.running() ? now : now.with(Doing.THINKING);
    }

    /** Something was heard of the turn that runs, so that is its name. */
    ThreadState inTurn(String id) {
        boolean names = turn.running() && turn.id().isEmpty() && !id.isEmpty();
        return names ? with(new TurnState(id, turn.phase(), turn.error(), turn.retrying(), turn.startedMs())) : this;
    }

    /** A turn began: whatever was before it is over. */
    ThreadState began(TurnState next) {
        ThreadStatus now = status.active() ? status : ThreadStatus.ACTIVE;
        boolean same = turn.running() && (turn.id().isEmpty() || turn.id().equals(next.id()));
        return with(now, next, asks).with(same ? doing : Doing.THINKING);
    }

    /** A turn ended, and with it what it asked and what it did. The status comes before, so one that was lost is made up. */
    ThreadState ended(TurnState next) {
        if (turn.running() && !turn.id().isEmpty() && !turn.id().equals(next.id())) {
            return this; // an older one: a newer runs already
        }
        ThreadStatus now = !status.active()
                ? status
                : next.phase() == TurnState.Phase.FAILED ? ThreadStatus.SYSTEM_ERROR : ThreadStatus.IDLE;
        List<Ask> left = new ArrayList<>(asks);
        left.removeIf(ask -> ask.turn().isEmpty() || ask.turn().equals(next.id()));
        return with(now, next, left).with(Doing.THINKING);
    }

    /** Something went wrong in the turn. */
    ThreadState failing(String message, boolean willRetry) {
        return with(turn.failing(message, willRetry));
    }

    /** The work of that item is over. */
    ThreadState finished(String item) {
        return doing.item().equals(item) ? with(Doing.THINKING) : this;
    }

    /** The server asks; said twice, it is one question. */
    ThreadState asked(Ask ask) {
        List<Ask> all = new ArrayList<>(asks);
        all.removeIf(known -> known.id().equals(ask.id()));
        all.add(ask);
        return with(status, turn, all);
    }

    /** A question is no longer open, whoever answered it. */
    ThreadState resolved(RequestId id) {
        List<Ask> left = new ArrayList<>(asks);
        for (Ask ask : asks) {
            if (ask.id().equals(id)) {
                left.remove(ask);
                return with(status.afterAn(ask.kind()), turn, left);
            }
        }
        return this;
    }

    /** The connection is gone, and with it every question that came by it. */
    ThreadState lost() {
        return with(status, turn, List.of());
    }

    /** The user put it away: nothing of it goes on, or is left to see. */
    ThreadState over() {
        return with(ThreadStatus.IDLE, TurnState.NONE, List.of());
    }

    /** The open question of that kind which came first, or null. */
    @Nullable
    Ask firstAsk(boolean approval) {
        return asks.stream()
                .filter(ask -> ask.kind().approval() == approval)
                .findFirst()
                .orElse(null);
    }

    /** Whether anyone is to hear of it. A machine's thread is not told, unless it asks something. */
    boolean told() {
        return !asks.isEmpty() || (info.known() && !info.machine());
    }
}
