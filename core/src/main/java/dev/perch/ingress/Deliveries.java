package dev.perch.ingress;

import dev.perch.client.ClientFault;
import dev.perch.ingress.Order.WhenBusy;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every delivery, from the moment it is written down to its end. Nothing is told or sent before the disk has it; nothing is sent
 * twice; what is not known is called so. Messages to a thread go in their order, one at a time; what acts on a turn that runs does
 * not wait behind them. One thread at a time; answers of Codex are brought to it by {@code turn}.
 */
final class Deliveries {
    private static final long LOOK_FOR_ROOM_MS = 1_000;

    private final IngressPorts.Upstream upstream;
    private final LongSupplier wallMs;
    private final Supplier<String> names;
    private final Consumer<Runnable> turn;
    private final ReceiptBook book;
    private final ReceiptLedger ledger;
    private final DeliveryQuestions questions;
    private final DeliveryTranscripts transcripts;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final DeliveryLines lines = new DeliveryLines();
    private Predicate<String> out = client -> false;

    /**
     * The deliveries of a journal. What was under way when it was last written is unknown now; what waited waits again.
     *
     * @param names makes names of receipts, none twice
     * @param turn has something done on the thread that calls the rest
     * @param told hears of every state, once it is written down
     * @throws IOException when that cannot be written down
     */
    Deliveries(
            Journal journal,
            IngressPorts.Upstream upstream,
            IngressPorts.Assent assent,
            LongSupplier wallMs,
            Supplier<String> names,
            Consumer<Runnable> turn,
            Consumer<? super Receipt> told)
            throws IOException {
        this.upstream = upstream;
        this.wallMs = wallMs;
        this.names = names;
        this.turn = turn;
        List<Journal.Kept> before = journal.recall();
        book = new ReceiptBook(before);
        ledger = new ReceiptLedger(journal, book, told);
        questions = new DeliveryQuestions(assent, book, ledger, (id, yes) -> turn.accept(() -> decided(id, yes)));
        transcripts = new DeliveryTranscripts(upstream, book, ledger, turn, this::found);
        for (Journal.Kept kept : before) {
            begin(kept);
        }
    }

    private void begin(Journal.Kept kept) throws IOException {
        Receipt receipt = kept.receipt();
        Order order = kept.order();
        if (order != null && DeliveryQuestions.isNeeded(receipt, order)) {
            orders.put(receipt.id(), order); // the first tick asks
        } else if (order != null && receipt.isWaiting()) {
            orders.put(receipt.id(), order);
            lines.add(receipt.thread(), receipt.id());
        } else if (receipt.state() == DeliveryState.DISPATCHED) {
            ledger.mustBe(receipt.at(
                    DeliveryState.UNKNOWN, receipt.thread(), receipt.turn(), "Perch ended while it was sent"));
        }
    }

    /** The receipt of a client's delivery. */
    Optional<Receipt> get(String client, String key) {
        return Optional.ofNullable(book.get(client, key));
    }

    /** A receipt, and whether there was one before. */
    record Taken(Receipt receipt, boolean replayed) {}

    /**
     * Takes an order: the receipt is on the disk when this returns.
     *
     * @throws RpcFault when it is not taken: nothing of it is remembered then
     */
    Taken take(Order order) throws RpcFault {
        Receipt before = book.get(order.client(), order.key());
        if (before != null) {
            if (!before.hash().equals(order.hash())) {
                throw new RpcFault(
                        ClientFault.OTHER_BODY, "that key was used for another delivery; choose a key for each.");
            }
            boolean again = order.isAgain() && before.state() == DeliveryState.UNKNOWN;
            return new Taken(again ? takeAgain(before, order) : before, true);
        }
        if (order.isAgain()) {
            throw new RpcFault(
                    ClientFault.NOT_FOUND, "no delivery of that key is known, so there is none to send again.");
        }
        String thread = order.call().thread();
        if (lines.isFull(thread)) {
            throw new RpcFault(ClientFault.OVERLOADED, "so much waits for that thread that there is no room.");
        }
        Receipt receipt = new Receipt(
                names.get(),
                order.client(),
                order.key(),
                order.hash(),
                order.method(),
                thread,
                DeliveryState.RECEIVED,
                "",
                "",
                wallMs.getAsLong());
        Order named = order.named(receipt.id());
        try {
            ledger.add(receipt, named);
        } catch (IOException unwritten) {
            throw notWritten();
        }
        orders.put(receipt.id(), named);
        turn.accept(() -> start(receipt.id()));
        return new Taken(receipt, false);
    }

    /** What became of it is unknown: its sender wants it sent once more, and that is the user's to say. */
    private Receipt takeAgain(Receipt before, Order order) throws RpcFault {
        Receipt next = before.at(DeliveryState.AWAITING_APPROVAL, before.thread(), before.turn(), Order.AGAIN);
        Order named = order.named(before.id());
        try {
            ledger.add(next, named);
        } catch (IOException unwritten) {
            throw notWritten();
        }
        orders.put(before.id(), named);
        turn.accept(() -> start(before.id()));
        return next;
    }

    private static RpcFault notWritten() {
        return new RpcFault(ClientFault.NOT_WRITTEN, "the delivery cannot be written down; look at the disk.");
    }

    private void start(String id) {
        Receipt receipt = book.byId(id);
        Order order = orders.get(id);
        if (receipt == null || order == null) {
            return;
        }
        if (out.test(order.client())) {
            shutOut(id);
        } else if (DeliveryQuestions.isNeeded(receipt, order)) {
            questions.ask(orders);
        } else {
            go(id, order);
        }
    }

    private void decided(String id, boolean yes) {
        Order order = orders.get(id);
        if (!questions.close(id) || order == null) {
            return; // its time was over, or it was found in the transcript
        }
        if (yes) {
            letThrough(id, order);
        } else {
            drop(id, DeliveryState.DENIED, "it was not let through");
        }
        questions.ask(orders); // there is room for one more
    }

    private void letThrough(String id, Order order) {
        go(id, order);
        Receipt receipt = book.byId(id);
        if (receipt != null && receipt.state() == DeliveryState.AWAITING_APPROVAL) {
            ledger.is(receipt.at(DeliveryState.QUEUED, receipt.thread(), "", "waits for the one before it"));
        }
    }

    /** It is not sent. What may have been sent before stays unknown. */
    private void drop(String id, DeliveryState state, String why) {
        Order order = orders.get(id);
        questions.close(id);
        if (order != null && order.isAgain()) {
            end(id, DeliveryState.UNKNOWN, "it was not sent again: " + why);
        } else {
            end(id, state, why);
        }
    }

    private void go(String id, Order order) {
        String thread = order.call().thread();
        if (order.call() instanceof TurnCall.Start || order.call() instanceof TurnCall.Queue) {
            lines.add(thread, id);
            pump(thread);
        } else {
            send(id, order.call());
        }
    }

    /** Sends what is first in a thread's line, if nothing is being sent to it. */
    private void pump(String thread) {
        for (String id = lines.next(thread); id != null; id = lines.next(thread)) {
            Order order = orders.get(id);
            if (order == null) {
                lines.remove(thread, id);
            } else if (wallMs.getAsLong() >= order.untilMs()) {
                expire(thread, id);
            } else {
                lines.send(thread, id);
                send(id, order.call());
            }
        }
    }

    private void expire(String thread, String id) {
        lines.remove(thread, id);
        drop(id, DeliveryState.EXPIRED, "its time was over before the thread rested");
    }

    private void send(String id, TurnCall call) {
        Receipt receipt = book.byId(id);
        if (receipt == null) {
            return;
        }
        try {
            ledger.mustBe(receipt.at(DeliveryState.DISPATCHED, receipt.thread(), receipt.turn(), ""));
        } catch (IOException unwritten) {
            TurnAnswer unsent = new TurnAnswer.NotSent("it cannot be written down");
            turn.accept(() -> answered(id, call, unsent));
            return;
        }
        upstream.send(call, answer -> turn.accept(() -> answered(id, call, answer)));
    }

    private void answered(String id, TurnCall call, TurnAnswer answer) {
        Receipt receipt = book.byId(id);
        Order order = orders.get(id);
        if (receipt == null || order == null) {
            return;
        }
        if (answer instanceof TurnAnswer.Taken taken) {
            orders.remove(id);
            taken(receipt, call, taken);
        } else if (answer instanceof TurnAnswer.Busy busy
                && call instanceof TurnCall.Start start
                && order.maySteer(busy.turn())) {
            send(id, new TurnCall.Steer(start.thread(), busy.turn(), start.text(), id, start.sender()));
            return;
        } else if (answer instanceof TurnAnswer.Busy) {
            busy(receipt, order);
        } else if (answer instanceof TurnAnswer.NotSent unsent) {
            notSent(receipt, order, unsent.why());
        } else if (answer instanceof TurnAnswer.Refused refused) {
            drop(id, DeliveryState.FAILED, refused.why());
        } else if (answer instanceof TurnAnswer.Mismatch mismatch) {
            drop(id, DeliveryState.CONFLICT, mismatch.why());
        } else if (answer instanceof TurnAnswer.Unsure unsure) {
            end(id, DeliveryState.UNKNOWN, unsure.why());
        }
        release(call.thread(), id);
    }

    private void taken(Receipt receipt, TurnCall call, TurnAnswer.Taken taken) {
        boolean message = call instanceof TurnCall.Start || call instanceof TurnCall.Steer;
        if (receipt.state() != DeliveryState.DISPATCHED) {
            return; // it was seen in the transcript before the answer came
        }
        DeliveryState next = message || call instanceof TurnCall.Interrupt
                ? DeliveryState.ACCEPTED
                : call instanceof TurnCall.Queue ? DeliveryState.QUEUED : DeliveryState.COMPLETED;
        String note = next == DeliveryState.QUEUED ? Receipt.IN_CODEX : "";
        ledger.is(receipt.at(next, taken.thread(), taken.turn(), note));
        transcripts.catchUp(taken.turn());
    }

    private void busy(Receipt receipt, Order order) {
        if (out.test(order.client())) {
            shutOut(receipt.id());
        } else if (order.whenBusy() == WhenBusy.QUEUE) {
            ledger.is(receipt.at(DeliveryState.QUEUED, receipt.thread(), "", "a turn runs"));
        } else {
            drop(receipt.id(), DeliveryState.CONFLICT, "another turn runs");
        }
    }

    private void notSent(Receipt receipt, Order order, String why) {
        if (out.test(order.client())) {
            shutOut(receipt.id());
        } else if (order.whenBusy() == WhenBusy.QUEUE && wallMs.getAsLong() < order.untilMs()) {
            ledger.is(receipt.at(DeliveryState.QUEUED, receipt.thread(), "", why));
        } else {
            drop(receipt.id(), DeliveryState.FAILED, why);
        }
    }

    /** What was being sent to a thread is not any more; unless it waits, the next one goes. */
    private void release(String thread, String id) {
        if (!lines.isSending(thread, id)) {
            return;
        }
        lines.rest(thread);
        if (!orders.containsKey(id)) {
            lines.remove(thread, id);
            pump(thread);
        }
    }

    /** Something was heard of threads. */
    void heard(TurnNews news) {
        if (news instanceof TurnNews.Seen seen) {
            transcripts.seen(seen);
        } else if (news instanceof TurnNews.Ended over) {
            transcripts.ended(over);
        } else if (news instanceof TurnNews.Rests rests) {
            pump(rests.thread());
            transcripts.lookIn(rests.thread());
        } else if (news instanceof TurnNews.Line line && line.open()) {
            transcripts.look();
            lines.threads().forEach(this::pump);
        }
    }

    /** It was sent before: there is nothing to send again. */
    private void found(String id) {
        questions.close(id);
        orders.remove(id);
    }

    /** Who may send has changed: what others have waiting is not sent. */
    void shutOut(Predicate<String> client) {
        out = client;
        for (String thread : lines.threads()) {
            for (String id : lines.ids(thread)) {
                Receipt receipt = book.byId(id);
                if (receipt != null && receipt.isWaiting() && client.test(receipt.client())) {
                    lines.remove(thread, id);
                    shutOut(id);
                }
            }
        }
        for (Map.Entry<String, Order> one : questions.needed(orders)) {
            if (client.test(one.getValue().client())) {
                shutOut(one.getKey());
            }
        }
    }

    private void shutOut(String id) {
        drop(id, DeliveryState.DENIED, "its sender was shut out");
    }

    /** Some time has passed: what waited too long is given up. @return when this is due again; {@link Long#MAX_VALUE}: never */
    long tick() {
        long next = Long.MAX_VALUE;
        long now = wallMs.getAsLong();
        for (String thread : lines.threads()) {
            for (String id : lines.ids(thread)) {
                Order order = orders.get(id);
                if (order == null || lines.isSending(thread, id)) {
                    continue;
                }
                if (now >= order.untilMs()) {
                    expire(thread, id);
                } else {
                    next = Math.min(next, order.untilMs());
                }
            }
        }
        next = Math.min(next, question(now));
        ledger.shorten(now, orders);
        return next;
    }

    /** The user is asked, also about what waited when Perch ended, and not for ever. @return when this is due again */
    private long question(long now) {
        long next = Long.MAX_VALUE;
        for (Map.Entry<String, Order> one : questions.needed(orders)) {
            if (now >= one.getValue().untilMs()) {
                drop(one.getKey(), DeliveryState.EXPIRED, "nobody answered in time");
            } else {
                next = Math.min(next, one.getValue().untilMs());
            }
        }
        return questions.ask(orders) ? next : Math.min(next, now + LOOK_FOR_ROOM_MS);
    }

    private void end(String id, DeliveryState state, String why) {
        orders.remove(id);
        ledger.is(id, state, why);
    }

    /** Whether a delivery of that client is. Any thread. */
    boolean isUnderWay(String client) {
        return book.isUnderWay(client);
    }

    /** How many deliveries wait here. */
    int waiting() {
        return lines.size();
    }

    @Nullable
    Receipt receipt(String id) {
        return book.byId(id);
    }
}
