package dev.perch.ingress;

import dev.perch.ingress.Order.WhenBusy;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
    /** Messages that wait for one thread. */
    static final int MOST_WAITING = 16;

    /** Turns that ended before it was known whose they are. */
    private static final int MOST_ENDED = 64;

    private static final Deque<String> NOTHING = new ArrayDeque<>(0);

    private final Journal journal;
    private final IngressPorts.Upstream upstream;
    private final LongSupplier wallMs;
    private final Supplier<String> names;
    private final Consumer<Runnable> turn;
    private final Consumer<? super Receipt> told;
    private final ReceiptBook book;
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Deque<String>> lines = new HashMap<>();
    private final Map<String, String> sending = new HashMap<>();
    private final Map<String, TurnNews.Ended> ended = new LinkedHashMap<>();
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
            LongSupplier wallMs,
            Supplier<String> names,
            Consumer<Runnable> turn,
            Consumer<? super Receipt> told)
            throws IOException {
        this.journal = journal;
        this.upstream = upstream;
        this.wallMs = wallMs;
        this.names = names;
        this.turn = turn;
        this.told = told;
        List<Journal.Kept> before = journal.recall();
        book = new ReceiptBook(before);
        for (Journal.Kept kept : before) {
            begin(kept);
        }
    }

    private void begin(Journal.Kept kept) throws IOException {
        Receipt receipt = kept.receipt();
        Order order = kept.order();
        if (order != null && isWaiting(receipt)) {
            orders.put(receipt.id(), order);
            line(receipt.thread()).add(receipt.id());
        } else if (receipt.state() == DeliveryState.DISPATCHED) {
            become(receipt, DeliveryState.UNKNOWN, "Perch ended while it was sent");
        }
    }

    /** What waits in Codex's own queue left Perch, and has no order any more. */
    private boolean isWaiting(Receipt receipt) {
        return receipt.state() == DeliveryState.RECEIVED
                || (receipt.state() == DeliveryState.QUEUED && !receipt.isInCodex());
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
                        IngressFault.OTHER_BODY, "that key was used for another delivery; choose a key for each.");
            }
            return new Taken(before, true);
        }
        String thread = order.call().thread();
        if (lines.getOrDefault(thread, NOTHING).size() >= MOST_WAITING) {
            throw new RpcFault(IngressFault.OVERLOADED, "so much waits for that thread that there is no room.");
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
        Order named = named(order, receipt.id());
        try {
            journal.add(receipt, named);
        } catch (IOException unwritten) {
            throw new RpcFault(IngressFault.NOT_WRITTEN, "the delivery cannot be written down; look at the disk.");
        }
        book.put(receipt);
        orders.put(receipt.id(), named);
        told.accept(receipt);
        turn.accept(() -> start(receipt.id()));
        return new Taken(receipt, false);
    }

    /** The message is named as the receipt, so that it can be found in the transcript. */
    private static Order named(Order order, String name) {
        TurnCall call = order.call();
        TurnCall named = call instanceof TurnCall.Start start
                ? new TurnCall.Start(start.thread(), start.text(), name, start.sender())
                : call instanceof TurnCall.Steer steer
                        ? new TurnCall.Steer(steer.thread(), steer.turn(), steer.text(), name, steer.sender())
                        : call instanceof TurnCall.Queue queue
                                ? new TurnCall.Queue(queue.thread(), queue.text(), name)
                                : call;
        return new Order(
                order.client(),
                order.sender(),
                order.key(),
                order.hash(),
                order.method(),
                named,
                order.whenBusy(),
                order.busyTurn(),
                order.untilMs());
    }

    private void start(String id) {
        Order order = orders.get(id);
        if (order == null) {
            return;
        }
        if (out.test(order.client())) {
            deny(id);
            return;
        }
        String thread = order.call().thread();
        if (order.call() instanceof TurnCall.Start || order.call() instanceof TurnCall.Queue) {
            line(thread).add(id);
            pump(thread);
        } else {
            send(id, order.call());
        }
    }

    /** Sends what is first in a thread's line, if nothing is being sent to it. */
    private void pump(String thread) {
        Deque<String> line = line(thread);
        while (!sending.containsKey(thread) && !line.isEmpty()) {
            String id = line.element();
            Order order = orders.get(id);
            if (order == null) {
                line.remove();
            } else if (wallMs.getAsLong() >= order.untilMs()) {
                line.remove();
                end(id, DeliveryState.EXPIRED, "its time was over before the thread rested");
            } else {
                sending.put(thread, id);
                send(id, order.call());
            }
        }
        if (line.isEmpty()) {
            lines.remove(thread);
        }
    }

    private void send(String id, TurnCall call) {
        Receipt receipt = book.byId(id);
        if (receipt == null) {
            return;
        }
        try {
            become(receipt, DeliveryState.DISPATCHED, "");
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
        } else if (answer instanceof TurnAnswer.Busy busy && steers(order, call, busy.turn())) {
            TurnCall.Start start = (TurnCall.Start) call;
            send(id, new TurnCall.Steer(start.thread(), busy.turn(), start.text(), id, start.sender()));
            return;
        } else if (answer instanceof TurnAnswer.Busy) {
            busy(receipt, order);
        } else if (answer instanceof TurnAnswer.NotSent unsent) {
            notSent(receipt, order, unsent.why());
        } else if (answer instanceof TurnAnswer.Refused refused) {
            end(id, DeliveryState.FAILED, refused.why());
        } else if (answer instanceof TurnAnswer.Mismatch mismatch) {
            end(id, DeliveryState.CONFLICT, mismatch.why());
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
        write(receipt.at(next, taken.thread(), taken.turn(), note));
        TurnNews.Ended over = taken.turn().isEmpty() ? null : ended.get(taken.turn());
        if (over != null) {
            ended(over);
        }
    }

    /** Only the turn that the sender named may be steered in place of one that is begun. */
    private static boolean steers(Order order, TurnCall call, String running) {
        return order.whenBusy() == WhenBusy.STEER
                && call instanceof TurnCall.Start
                && !running.isEmpty()
                && running.equals(order.busyTurn());
    }

    private void busy(Receipt receipt, Order order) {
        if (out.test(order.client())) {
            deny(receipt.id());
        } else if (order.whenBusy() == WhenBusy.QUEUE) {
            write(receipt.at(DeliveryState.QUEUED, receipt.thread(), "", "a turn runs"));
        } else {
            end(receipt.id(), DeliveryState.CONFLICT, "another turn runs");
        }
    }

    private void notSent(Receipt receipt, Order order, String why) {
        if (out.test(order.client())) {
            deny(receipt.id());
        } else if (order.whenBusy() == WhenBusy.QUEUE && wallMs.getAsLong() < order.untilMs()) {
            write(receipt.at(DeliveryState.QUEUED, receipt.thread(), "", why));
        } else {
            end(receipt.id(), DeliveryState.FAILED, why);
        }
    }

    /** What was being sent to a thread is not any more; unless it waits, the next one goes. */
    private void release(String thread, String id) {
        if (!id.equals(sending.get(thread))) {
            return;
        }
        sending.remove(thread);
        if (!orders.containsKey(id)) {
            line(thread).remove(id);
            pump(thread);
        }
    }

    /** Something was heard of threads. */
    void heard(TurnNews news) {
        if (news instanceof TurnNews.Seen seen) {
            seen(seen);
        } else if (news instanceof TurnNews.Ended over) {
            ended.put(over.turn(), over);
            if (ended.size() > MOST_ENDED) {
                ended.remove(ended.keySet().iterator().next());
            }
            ended(over);
        } else if (news instanceof TurnNews.Rests rests) {
            pump(rests.thread());
        } else if (news instanceof TurnNews.Line line && line.open()) {
            look();
            List.copyOf(lines.keySet()).forEach(this::pump);
        }
    }

    private void seen(TurnNews.Seen seen) {
        Receipt receipt = book.byId(seen.message());
        if (receipt == null || receipt.state().isLast() || receipt.state() == DeliveryState.OBSERVED) {
            return;
        }
        if (!receipt.thread().equals(seen.thread())) {
            return;
        }
        write(receipt.at(DeliveryState.OBSERVED, seen.thread(), seen.turn(), ""));
    }

    private void ended(TurnNews.Ended over) {
        for (Receipt receipt : book.inTurn(over.turn())) {
            DeliveryState state = switch (over.word()) {
                case "interrupted" -> DeliveryState.INTERRUPTED;
                case "failed" -> DeliveryState.FAILED;
                default -> DeliveryState.COMPLETED;
            };
            boolean stop = receipt.method().equals(IngressMethod.TURN_INTERRUPT.wire());
            write(receipt.at(
                    stop ? DeliveryState.COMPLETED : state,
                    receipt.thread(),
                    over.turn(),
                    stop ? "the turn ended: " + over.word() : over.error()));
        }
    }

    /** There is a connection again: what may have been done is looked for, and never done again. */
    private void look() {
        for (Receipt receipt : book.open()) {
            boolean gone = receipt.state() == DeliveryState.UNKNOWN
                    || receipt.state() == DeliveryState.ACCEPTED
                    || receipt.state() == DeliveryState.OBSERVED
                    || receipt.isInCodex();
            if (gone && !receipt.thread().isEmpty()) {
                TurnCall.Look look = new TurnCall.Look(receipt.thread(), receipt.id());
                upstream.send(look, answer -> turn.accept(() -> looked(receipt.id(), answer)));
            }
        }
    }

    private void looked(String id, TurnAnswer answer) {
        Receipt receipt = book.byId(id);
        if (receipt != null && answer instanceof TurnAnswer.Taken taken) {
            seen(new TurnNews.Seen(taken.thread(), taken.turn(), id));
            TurnNews.Ended over = ended.get(taken.turn());
            if (over != null) {
                ended(over);
            }
        }
    }

    /** Who may send has changed: what others have waiting is not sent. */
    void shutOut(Predicate<String> client) {
        out = client;
        for (Deque<String> line : List.copyOf(lines.values())) {
            for (String id : new ArrayList<>(line)) {
                Receipt receipt = book.byId(id);
                if (receipt != null && isWaiting(receipt) && client.test(receipt.client())) {
                    line.remove(id);
                    deny(id);
                }
            }
        }
    }

    private void deny(String id) {
        end(id, DeliveryState.DENIED, "its sender was shut out");
    }

    /** Some time has passed: what waited too long is given up. @return when this is due again; {@link Long#MAX_VALUE}: never */
    long tick() {
        long next = Long.MAX_VALUE;
        long now = wallMs.getAsLong();
        for (Map.Entry<String, Deque<String>> line : List.copyOf(lines.entrySet())) {
            for (String id : new ArrayList<>(line.getValue())) {
                Order order = orders.get(id);
                if (order == null || id.equals(sending.get(line.getKey()))) {
                    continue;
                }
                if (now >= order.untilMs()) {
                    line.getValue().remove(id);
                    end(id, DeliveryState.EXPIRED, "its time was over before the thread rested");
                } else {
                    next = Math.min(next, order.untilMs());
                }
            }
        }
        shorten(now);
        return next;
    }

    private void shorten(long now) {
        if (journal.isLong()) {
            book.prune(now);
            try {
                journal.shorten(book.kept(orders));
            } catch (IOException unwritten) {
                // it stays long; the next tick tries again
            }
        }
    }

    private void end(String id, DeliveryState state, String why) {
        orders.remove(id);
        Receipt receipt = book.byId(id);
        if (receipt != null) {
            write(receipt.at(state, receipt.thread(), receipt.turn(), why));
        }
    }

    private void become(Receipt receipt, DeliveryState state, String note) throws IOException {
        Receipt next = receipt.at(state, receipt.thread(), receipt.turn(), note);
        journal.change(next);
        book.put(next);
        told.accept(next);
    }

    /** What has happened counts, written down or not: after a crash it is looked for. */
    private void write(Receipt next) {
        try {
            journal.change(next);
        } catch (IOException unwritten) {
            // the older line says less, never more
        }
        book.put(next);
        told.accept(next);
    }

    private Deque<String> line(String thread) {
        return lines.computeIfAbsent(thread, name -> new ArrayDeque<>());
    }

    /** How many deliveries wait here. */
    int waiting() {
        return lines.values().stream().mapToInt(Deque::size).sum();
    }

    @Nullable
    Receipt receipt(String id) {
        return book.byId(id);
    }
}
