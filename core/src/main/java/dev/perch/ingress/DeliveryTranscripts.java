package dev.perch.ingress;

import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.util.function.Consumer;

/** What transcripts and turns tell of deliveries that may have been sent. One thread at a time. */
final class DeliveryTranscripts {
    private final IngressPorts.Upstream upstream;
    private final ReceiptBook book;
    private final ReceiptLedger ledger;
    private final Consumer<Runnable> turn;
    private final Consumer<String> found;
    private final EndedTurns ended = new EndedTurns();

    /**
     * @param turn has something done on the thread that calls the rest
     * @param found told the receipt's name of one that waited to be sent, and was
     */
    DeliveryTranscripts(
            IngressPorts.Upstream upstream,
            ReceiptBook book,
            ReceiptLedger ledger,
            Consumer<Runnable> turn,
            Consumer<String> found) {
        this.upstream = upstream;
        this.book = book;
        this.ledger = ledger;
        this.turn = turn;
        this.found = found;
    }

    /** It stands in the transcript. */
    void seen(TurnNews.Seen seen) {
        Receipt receipt = book.byId(seen.message());
        if (receipt == null || receipt.state().isLast() || receipt.state() == DeliveryState.OBSERVED) {
            return;
        }
        if (!receipt.thread().equals(seen.thread())) {
            return;
        }
        if (receipt.state() == DeliveryState.AWAITING_APPROVAL || receipt.isWaiting()) {
            found.accept(receipt.id());
        }
        boolean another = !seen.began() && receipt.method().equals(IngressMethod.TURN_START.wire());
        String note = another ? Receipt.IN_ANOTHERS_TURN : "";
        ledger.is(receipt.at(DeliveryState.OBSERVED, seen.thread(), seen.turn(), note));
    }

    /** Its turn ended. */
    void ended(TurnNews.Ended over) {
        ended.add(over);
        end(over);
    }

    /** Codex took something into that turn, which may have ended before that was known; empty: into none. */
    void catchUp(String turn) {
        TurnNews.Ended over = turn.isEmpty() ? null : ended.get(turn);
        if (over != null) {
            end(over);
        }
    }

    private void end(TurnNews.Ended over) {
        for (Receipt receipt : book.inTurn(over.turn())) {
            DeliveryState state = switch (over.word()) {
                case "interrupted" -> DeliveryState.INTERRUPTED;
                case "failed" -> DeliveryState.FAILED;
                default -> DeliveryState.COMPLETED;
            };
            boolean stop = receipt.method().equals(IngressMethod.TURN_INTERRUPT.wire());
            ledger.is(receipt.at(
                    stop ? DeliveryState.COMPLETED : state,
                    receipt.thread(),
                    over.turn(),
                    stop ? "the turn ended: " + over.word() : over.error().isEmpty() ? receipt.note() : over.error()));
        }
    }

    /** There is a connection again: what may have been done is looked for, and never done again. */
    void look() {
        for (Receipt receipt : book.open()) {
            boolean gone = receipt.state() == DeliveryState.UNKNOWN
                    || receipt.state() == DeliveryState.ACCEPTED
                    || receipt.state() == DeliveryState.OBSERVED
                    || receipt.state() == DeliveryState.AWAITING_APPROVAL
                    || receipt.isInCodex();
            if (gone && !receipt.thread().isEmpty()) {
                look(receipt);
            }
        }
    }

    /** A turn that Codex began from its queue may have ended before Perch followed the thread: nothing of it was heard then. */
    void lookIn(String thread) {
        for (Receipt receipt : book.open()) {
            if (receipt.isInCodex() && receipt.thread().equals(thread)) {
                look(receipt);
            }
        }
    }

    private void look(Receipt receipt) {
        TurnCall.Look look = new TurnCall.Look(receipt.thread(), receipt.id());
        upstream.send(look, answer -> turn.accept(() -> looked(answer)));
    }

    private void looked(TurnAnswer answer) {
        if (answer instanceof TurnAnswer.Found there) {
            seen(there.seen());
            catchUp(there.seen().turn());
        }
    }
}
