package dev.perch.ingress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.client.ClientFault;
import dev.perch.ingress.Order.Leave;
import dev.perch.ingress.Order.WhenBusy;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnCall;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Random histories: orders, answers, cut wires, crashes, a full disk, turns that others begin. {@link CodexWorld} knows what
 * became of each message; what receipts say must agree with it.
 */
final class DeliveryModelTest {
    private static final int SEQUENCES = 2_000;
    private static final int STEPS = 80;
    private static final List<String> CLIENTS = List.of("a", "b", "c");
    private static final List<WhenBusy> WISHES = List.of(WhenBusy.values());
    private static final List<String> THREADS = List.of("x", "y");
    private static final Set<DeliveryState> WAITING = EnumSet.of(DeliveryState.RECEIVED, DeliveryState.QUEUED);
    private static final Set<DeliveryState> NEVER_TAKEN =
            EnumSet.of(DeliveryState.FAILED, DeliveryState.EXPIRED, DeliveryState.CONFLICT, DeliveryState.DENIED);

    @Test
    void whatReceiptsSayIsWhatBecameOfTheMessages() throws Exception {
        Map<DeliveryState, Integer> ends = new EnumMap<>(DeliveryState.class);
        int replays = 0;
        int crashes = 0;
        int intoOthers = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            History history = new History(seed);
            for (int step = 0; step < STEPS; step++) {
                history.step();
            }
            history.settle();
            history.check();
            history.receipts().forEach(receipt -> ends.merge(receipt.state(), 1, Integer::sum));
            replays += history.replays;
            crashes += history.crashes;
            intoOthers += history.intoOthers;
        }
        System.out.println(SEQUENCES + " histories, " + crashes + " crashes, " + replays + " replays, " + intoOthers
                + " said into another's turn: " + ends);
        assertTrue(ends.keySet().containsAll(NEVER_TAKEN), ends.toString());
        assertTrue(ends.get(DeliveryState.COMPLETED) > SEQUENCES, ends.toString());
        assertTrue(ends.get(DeliveryState.UNKNOWN) > 0, ends.toString());
        assertTrue(intoOthers > 0, "no message met a turn that another had begun");
    }

    /** One random history. */
    private static final class History {
        private final Random random;
        private final CodexWorld world;
        private final MemoryJournal journal = new MemoryJournal();
        private final Deque<Runnable> turns = new ArrayDeque<>();
        private final Deque<Consumer<Boolean>> asks = new ArrayDeque<>();
        private final Map<String, Order> accepted = new LinkedHashMap<>();
        private final Map<String, String> byKey = new HashMap<>();
        private final Map<String, Integer> troubleWhenTaken = new HashMap<>();
        private final Map<String, DeliveryState> told = new HashMap<>();
        private Deliveries deliveries;
        private long now = 1_000_000;
        private int names;
        private int trouble;
        private int replays;
        private int crashes;
        private int intoOthers;

        History(int seed) throws IOException {
            random = new Random(seed);
            world = new CodexWorld(random);
            world.connect();
            start();
        }

        private void start() throws IOException {
            turns.clear();
            journal.full = false;
            deliveries = new Deliveries(
                    journal,
                    world,
                    (wish, open, answer) -> asks.size() < 2 && asks.add(answer),
                    () -> now,
                    () -> "r" + ++names,
                    turns::add,
                    this::told);
            world.listener(news -> turns.add(() -> deliveries.heard(news)));
            asks.clear();
            deliveries.tick();
        }

        /** A receipt that is over stays as it is; none goes back to where nothing was sent, but for one that was not. */
        private void told(Receipt receipt) {
            DeliveryState before = told.put(receipt.id(), receipt.state());
            assertTrue(before == null || !before.isLast(), receipt + " was " + before);
            boolean known = before == DeliveryState.OBSERVED || before == DeliveryState.ACCEPTED;
            assertTrue(!known || !WAITING.contains(receipt.state()), receipt + " was " + before);
        }

        void step() throws IOException {
            String thread = THREADS.get(random.nextInt(THREADS.size()));
            switch (random.nextInt(17)) {
                case 0, 1, 2, 3 -> order(thread);
                case 4, 5, 6, 7 -> world.arrive();
                case 8, 9, 10 -> runOne();
                case 11 -> world.end(thread, random.nextInt(4) == 0 ? "failed" : "completed");
                case 12 -> world.typed(thread);
                case 13 -> wire();
                case 14 -> disk();
                case 15 -> click();
                default -> time();
            }
        }

        /** The user answers the oldest question that is open. */
        private void click() {
            Consumer<Boolean> ask = asks.poll();
            if (ask != null) {
                ask.accept(random.nextInt(4) > 0);
            }
        }

        private void wire() {
            if (random.nextInt(3) == 0) {
                trouble++;
                world.cut();
            } else {
                world.connect();
            }
        }

        private void disk() throws IOException {
            if (random.nextInt(3) == 0) {
                trouble++;
                crashes++;
                told.entrySet().removeIf(one -> journal.state(one.getKey()) != one.getValue());
                start();
            } else {
                journal.full = random.nextInt(6) == 0;
                trouble += journal.full ? 1 : 0;
            }
        }

        private void time() {
            now += random.nextInt(8_000);
            deliveries.tick();
            if (random.nextInt(20) == 0) {
                deliveries.shutOut("c"::equals);
            }
        }

        private void order(String thread) {
            String client = CLIENTS.get(random.nextInt(CLIENTS.size()));
            String key = "k" + random.nextInt(30);
            int kind = random.nextInt(8);
            String running = world.running(thread);
            String turn = running == null || random.nextInt(3) == 0 ? "t0" : running;
            TurnCall call = switch (kind) {
                case 0 -> new TurnCall.Steer(thread, turn, "text", "", client);
                case 1 -> new TurnCall.Interrupt(thread, turn);
                case 2, 3 -> new TurnCall.Queue(thread, "text", "");
                default -> new TurnCall.Start(thread, "text", "", client);
            };
            WhenBusy wish = call instanceof TurnCall.Queue
                    ? WhenBusy.QUEUE
                    : call instanceof TurnCall.Start ? WISHES.get(random.nextInt(WISHES.size())) : WhenBusy.REJECT;
            String method = call instanceof TurnCall.Interrupt
                    ? "turn/interrupt"
                    : call instanceof TurnCall.Start ? "turn/start" : "other";
            Leave leave = client.equals("b") ? Leave.ASKED : Leave.GIVEN;
            long until = now + 1_000 + random.nextInt(20_000);
            Order order = new Order(client, client, key, thread + kind, method, call, wish, turn, leave, until);
            take(order);
        }

        private void take(Order order) {
            String known = byKey.get(order.client() + "/" + order.key());
            try {
                Deliveries.Taken taken = deliveries.take(order);
                assertEquals(known != null, taken.replayed(), order.toString());
                if (known == null) {
                    byKey.put(
                            order.client() + "/" + order.key(), taken.receipt().id());
                    accepted.put(taken.receipt().id(), order);
                    troubleWhenTaken.put(taken.receipt().id(), trouble);
                } else {
                    assertEquals(known, taken.receipt().id());
                    assertEquals(accepted.get(known).hash(), order.hash());
                    replays++;
                }
            } catch (RpcFault refused) {
                boolean another = known != null && !accepted.get(known).hash().equals(order.hash());
                assertEquals(another, refused.code() == ClientFault.OTHER_BODY, refused.getMessage());
                assertTrue(another || refused.code() == ClientFault.OVERLOADED || journal.full, refused.getMessage());
            }
        }

        private boolean runOne() {
            Runnable next = turns.poll();
            if (next != null) {
                next.run();
            }
            return next != null;
        }

        /** All that is under way comes to its end, with no more trouble. */
        void settle() {
            journal.full = false;
            trouble++;
            world.cut();
            quiet();
            world.connect();
            quiet();
            for (int round = 0; round < 60; round++) {
                THREADS.forEach(thread -> world.end(thread, "completed"));
                quiet();
            }
            now += 1_000_000;
            deliveries.tick();
            quiet();
        }

        private void quiet() {
            while (runOne() || world.arrive()) {
                // until nothing moves
            }
        }

        List<Receipt> receipts() {
            return accepted.keySet().stream().map(deliveries::receipt).toList();
        }

        void check() {
            assertEquals(List.of(), world.twice, "no message is in a transcript twice");
            assertEquals(0, deliveries.waiting());
            accepted.forEach((id, order) -> {
                Receipt receipt = deliveries.receipt(id);
                assertTrue(receipt != null, "a receipt that was given is not lost");
                if (!(order.call() instanceof TurnCall.Interrupt)) {
                    check(receipt, world.fates.get(id));
                }
            });
            CLIENTS.forEach(client -> THREADS.forEach(thread -> assertEquals(
                    sorted(client, thread), delivered(client, thread), "order of " + client + " in " + thread)));
        }

        private void check(Receipt receipt, CodexWorld.Fate fate) {
            if (fate == null) {
                boolean troubled = trouble > troubleWhenTaken.get(receipt.id());
                boolean open = receipt.state() == DeliveryState.UNKNOWN && troubled;
                assertTrue(open || NEVER_TAKEN.contains(receipt.state()), receipt.toString());
                return;
            }
            DeliveryState right = DeliveryState.of(world.ends.get(fate.turn())).orElseThrow();
            assertEquals(right, receipt.state(), receipt.toString());
            assertEquals(fate.turn(), receipt.turn(), receipt.toString());
            if (receipt.note().equals(Receipt.IN_ANOTHERS_TURN)) {
                assertFalse(fate.began(), receipt.toString());
                intoOthers++;
            }
        }

        private List<String> delivered(String client, String thread) {
            List<String> mine = new ArrayList<>(world.transcripts.getOrDefault(thread, List.of()));
            mine.removeIf(id -> !isInLine(id, client));
            return mine;
        }

        private List<String> sorted(String client, String thread) {
            List<String> all = new ArrayList<>(accepted.keySet());
            all.retainAll(delivered(client, thread));
            return all;
        }

        /** Starts alone: what lies in Codex's own queue is passed by what is begun meanwhile. */
        private boolean isInLine(String id, String client) {
            Order order = accepted.get(id);
            return order.client().equals(client)
                    && order.call() instanceof TurnCall.Start
                    && order.whenBusy() != WhenBusy.STEER;
        }
    }

    /** A journal whose disk can be full, and which a crash does not harm. */
    private static final class MemoryJournal implements Journal {
        private final Map<String, Kept> kept = new LinkedHashMap<>();
        private boolean full;

        @Override
        public List<Kept> recall() {
            return List.copyOf(kept.values());
        }

        DeliveryState state(String id) {
            Kept one = kept.get(id);
            return one == null ? DeliveryState.RECEIVED : one.receipt().state();
        }

        @Override
        public void add(Receipt receipt, Order order) throws IOException {
            write(new Kept(receipt, order));
        }

        @Override
        public void change(Receipt receipt) throws IOException {
            Kept before = kept.get(receipt.id());
            write(new Kept(receipt, before == null ? null : before.order()));
        }

        private void write(Kept next) throws IOException {
            if (full) {
                throw new IOException("no space left");
            }
            kept.put(next.receipt().id(), next);
        }

        @Override
        public boolean isLong() {
            return false;
        }

        @Override
        public void shorten(List<Kept> left) {
            throw new AssertionError("it is not long");
        }
    }
}
