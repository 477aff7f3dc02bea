package dev.perch.ingress;

import dev.perch.ingress.Order.WhenBusy;
import dev.perch.model.TurnAnswer;
import dev.perch.model.TurnCall;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Deliveries over a real journal, to a Codex that is a file. It says each receipt it gives, and stops for ever at the point where
 * it is to be killed. Arguments: a folder, the point, and the number of its first order.
 */
final class CrashProgram {
    static final int ORDERS = 4;

    private CrashProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Point point = Point.valueOf(arguments[1]);
        int first = Integer.parseInt(arguments[2]);
        run(folder, point, first);
        System.out.println("END");
    }

    /** Where it stops: on the second order that comes there, so that something stands before it. */
    enum Point {
        NOWHERE,
        BEFORE_RECEIVED,
        TORN_RECEIVED,
        RECEIVED,
        BEFORE_DISPATCHED,
        TORN_DISPATCHED,
        DISPATCHED,
        TAKEN_BY_CODEX,
        TORN_ACCEPTED,
        ACCEPTED,
        BEFORE_OBSERVED,
        HALF_SHORTENED,
        SHORTENED
    }

    /** Orders a few deliveries, of which each has its own thread and key. */
    static Deliveries run(Path folder, Point point, int first) throws Exception {
        Path file = folder.resolve("deliveries.jsonl");
        Faults faults = new Faults(point);
        FaultyJournal journal = new FaultyJournal(DeliveryJournal.open(file), file, faults);
        Deque<Runnable> turns = new ArrayDeque<>();
        FileCodex codex = new FileCodex(folder.resolve("codex.log"), turns, faults);
        Deliveries deliveries = new Deliveries(
                journal,
                codex,
                (wish, open, answer) -> {
                    throw new AssertionError("the client was let in for this");
                },
                System::currentTimeMillis,
                () -> "r-" + UUID.randomUUID(),
                turns::add,
                receipt -> {});
        codex.ears = deliveries::heard;
        deliveries.heard(new TurnNews.Line(true));
        drain(turns);
        for (int i = first; i < first + ORDERS; i++) {
            Deliveries.Taken taken = deliveries.take(order(i));
            System.out.println("ACK " + i + " " + taken.receipt().id());
            drain(turns);
            deliveries.tick();
        }
        journal.close();
        return deliveries;
    }

    static Order order(int number) {
        String thread = "thread-" + number;
        return new Order(
                "client",
                "ci",
                "key-" + number,
                "hash-" + number,
                "turn/start",
                new TurnCall.Start(thread, "text", "", "ci"),
                WhenBusy.QUEUE,
                "",
                Order.Leave.GIVEN,
                System.currentTimeMillis() + 600_000);
    }

    private static void drain(Deque<Runnable> turns) {
        for (Runnable next = turns.poll(); next != null; next = turns.poll()) {
            next.run();
        }
    }

    /** Says that the point is reached, and waits to be killed. */
    private static final class Faults {
        private final Point point;
        private int visits;

        Faults(Point point) {
            this.point = point;
        }

        boolean is(Point here) {
            return here == point && ++visits == 2;
        }

        void at(Point here) {
            if (is(here)) {
                stop();
            }
        }

        static void stop() {
            System.out.println("AT");
            while (true) {
                LockSupport.park();
            }
        }
    }

    /** What it takes is one line in a file that outlives the program. */
    private static final class FileCodex implements IngressPorts.Upstream {
        private final Path log;
        private final Deque<Runnable> turns;
        private final Faults faults;
        private Consumer<TurnNews> ears = news -> {};

        FileCodex(Path log, Deque<Runnable> turns, Faults faults) {
            this.log = log;
            this.turns = turns;
            this.faults = faults;
        }

        @Override
        public void send(TurnCall call, Consumer<? super TurnAnswer> then) {
            if (call instanceof TurnCall.Look look) {
                boolean there = lines().contains(look.message() + " " + look.thread());
                then.accept(
                        there
                                ? new TurnAnswer.Found(new TurnNews.Seen(
                                        look.thread(), "turn-" + look.message(), look.message(), true))
                                : new TurnAnswer.Refused("not there"));
                return;
            }
            TurnCall.Start start = (TurnCall.Start) call;
            append(log, (start.message() + " " + start.thread() + "\n").getBytes(StandardCharsets.UTF_8));
            faults.at(Point.TAKEN_BY_CODEX);
            String turn = "turn-" + start.message();
            then.accept(new TurnAnswer.Taken(start.thread(), turn));
            turns.add(() -> ears.accept(new TurnNews.Seen(start.thread(), turn, start.message(), true)));
            turns.add(() -> ears.accept(new TurnNews.Ended(start.thread(), turn, "completed", "")));
        }

        private List<String> lines() {
            try {
                return Files.exists(log) ? Files.readAllLines(log) : List.of();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void append(Path file, byte[] bytes) {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force(true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The journal, with the points between its lines. */
    private record FaultyJournal(DeliveryJournal journal, Path file, Faults faults) implements Journal {
        @Override
        public List<Kept> recall() {
            return journal.recall();
        }

        @Override
        public void add(Receipt receipt, Order order) throws IOException {
            faults.at(Point.BEFORE_RECEIVED);
            tear(Point.TORN_RECEIVED, DeliveryLine.write(receipt, order));
            journal.add(receipt, order);
            faults.at(Point.RECEIVED);
        }

        @Override
        public void change(Receipt receipt) throws IOException {
            switch (receipt.state()) {
                case DISPATCHED -> {
                    faults.at(Point.BEFORE_DISPATCHED);
                    tear(Point.TORN_DISPATCHED, DeliveryLine.write(receipt, null));
                }
                case ACCEPTED -> tear(Point.TORN_ACCEPTED, DeliveryLine.write(receipt, null));
                case OBSERVED -> faults.at(Point.BEFORE_OBSERVED);
                default -> {}
            }
            journal.change(receipt);
            switch (receipt.state()) {
                case DISPATCHED -> faults.at(Point.DISPATCHED);
                case ACCEPTED -> faults.at(Point.ACCEPTED);
                default -> {}
            }
        }

        /** Half of a line is on the disk, and no more. */
        private void tear(Point point, byte[] line) {
            if (faults.is(point)) {
                byte[] half = new byte[line.length / 2];
                System.arraycopy(line, 0, half, 0, half.length);
                append(file, half);
                Faults.stop();
            }
        }

        @Override
        public boolean isLong() {
            return faults.point == Point.HALF_SHORTENED || faults.point == Point.SHORTENED;
        }

        @Override
        public void shorten(List<Kept> left) throws IOException {
            if (faults.is(Point.HALF_SHORTENED)) {
                String part = file.getFileName() + "." + ProcessHandle.current().pid() + "-0.part";
                append(file.resolveSibling(part), new byte[] {'h', 'a', 'l', 'f'});
                Faults.stop();
            }
            journal.shorten(left);
            faults.at(Point.SHORTENED);
        }

        void close() throws IOException {
            journal.close();
        }
    }
}
