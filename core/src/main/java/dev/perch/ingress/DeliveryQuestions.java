package dev.perch.ingress;

import dev.perch.ingress.Order.Leave;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Which deliveries the user is asked about, one after the other as they were taken; what finds no room among the questions waits
 * for it. One thread at a time.
 */
final class DeliveryQuestions {
    private static final String NO_ROOM = "waits until other questions are answered: the user has so many already";

    private final IngressPorts.Assent assent;
    private final ReceiptBook book;
    private final ReceiptLedger ledger;
    private final BiConsumer<String, Boolean> answered;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** @param answered told the receipt's name and the user's answer, on any thread */
    DeliveryQuestions(
            IngressPorts.Assent assent, ReceiptBook book, ReceiptLedger ledger, BiConsumer<String, Boolean> answered) {
        this.assent = assent;
        this.book = book;
        this.ledger = ledger;
        this.answered = answered;
    }

    /** Whether the user's answer is needed, and not there yet. */
    static boolean isNeeded(Receipt receipt, Order order) {
        return order.leave() != Leave.GIVEN
                && (receipt.state() == DeliveryState.RECEIVED || receipt.state() == DeliveryState.AWAITING_APPROVAL);
    }

    /** Those of the orders for which the user's answer is needed, and not there yet. */
    List<Map.Entry<String, Order>> needed(Map<String, Order> orders) {
        return orders.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue()))
                .filter(one -> {
                    Receipt receipt = book.byId(one.getKey());
                    return receipt != null && isNeeded(receipt, one.getValue());
                })
                .toList();
    }

    /** Asks about all whose answer is needed and that nobody asked about yet. @return whether there was room for each */
    boolean ask(Map<String, Order> orders) {
        boolean room = true;
        for (Map.Entry<String, Order> one : needed(orders)) {
            Receipt receipt = book.byId(one.getKey());
            if (receipt != null && !open.contains(receipt.id())) {
                room = room && ask(receipt, one.getValue());
                tell(receipt, room ? one.getValue().isAgain() ? Order.AGAIN : "" : NO_ROOM);
            }
        }
        return room;
    }

    private boolean ask(Receipt receipt, Order order) {
        String id = receipt.id();
        open.add(id);
        boolean asked = assent.ask(
                new IngressPorts.Wish(order.sender(), order.method(), receipt.thread(), order.text(), order.isAgain()),
                () -> open.contains(id),
                yes -> answered.accept(id, yes));
        if (!asked) {
            open.remove(id);
        }
        return asked;
    }

    private void tell(Receipt receipt, String note) {
        Receipt next = receipt.at(DeliveryState.AWAITING_APPROVAL, receipt.thread(), receipt.turn(), note);
        if (!next.equals(receipt)) {
            ledger.is(next);
        }
    }

    /** Nobody wants an answer any more. @return false: nobody did before */
    boolean close(String id) {
        return open.remove(id);
    }
}
