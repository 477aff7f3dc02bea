package dev.perch.ingress;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** Receipts as they change: first on the disk, then in the book, then told. One thread at a time. */
final class ReceiptLedger {
    private final Journal journal;
    private final ReceiptBook book;
    private final Consumer<? super Receipt> told;

    /** @param told hears of every state, once it is written down */
    ReceiptLedger(Journal journal, ReceiptBook book, Consumer<? super Receipt> told) {
        this.journal = journal;
        this.book = book;
        this.told = told;
    }

    /** A new one. @throws IOException when it cannot be written down; nothing is remembered then */
    void add(Receipt receipt, Order order) throws IOException {
        journal.add(receipt, order);
        keep(receipt);
    }

    /** What must not happen before it is written down. @throws IOException when that cannot be: it does not count then */
    void mustBe(Receipt next) throws IOException {
        journal.change(next);
        keep(next);
    }

    /** What has happened counts, written down or not: after a crash it is looked for. */
    void is(Receipt next) {
        try {
            journal.change(next);
        } catch (IOException unwritten) {
            // the older line says less, never more
        }
        keep(next);
    }

    /** As {@link #is}, for the receipt of that name, if there is one. */
    void is(String id, DeliveryState state, String why) {
        Receipt receipt = book.byId(id);
        if (receipt != null) {
            is(receipt.at(state, receipt.thread(), receipt.turn(), why));
        }
    }

    private void keep(Receipt receipt) {
        book.put(receipt);
        told.accept(receipt);
    }

    /** Has only what still counts on the disk, if there is much more. */
    void shorten(long nowMs, Map<String, Order> waiting) {
        if (journal.isLong()) {
            book.prune(nowMs);
            try {
                journal.shorten(book.kept(waiting));
            } catch (IOException unwritten) {
                // it stays long; the next time tries again
            }
        }
    }
}
