package dev.perch.ingress;

import dev.perch.client.GuestBook;
import dev.perch.json.RpcFault;
import dev.perch.model.TurnNews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Deliveries on a thread of their own, which waits for the disk. Safe for threads. */
final class DeliveryPost implements AutoCloseable {
    /** Orders that wait for the disk: what Codex itself has as the room of its channels. */
    static final int MOST_WAITING = 128;

    private static final int NAME_BYTES = 12;

    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final ScheduledThreadPoolExecutor thread;
    private final DeliveryJournal journal;
    private final Deliveries deliveries;
    private final LongSupplier wallMs;
    private Future<?> next = CompletableFuture.completedFuture(null);

    /**
     * The deliveries of that journal.
     *
     * @param out who may send no more: what these have waiting is not sent
     * @param told hears of every state, on the thread of the deliveries
     * @throws IOException when the journal cannot be read or written
     */
    DeliveryPost(
            Path file,
            IngressPorts.Upstream upstream,
            IngressPorts.Assent assent,
            GuestBook.Place place,
            Predicate<String> out,
            Consumer<? super Receipt> told)
            throws IOException {
        wallMs = place.wallMs();
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "perch-deliveries");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        journal = DeliveryJournal.open(file);
        deliveries = new Deliveries(journal, upstream, assent, wallMs, () -> name(place.random()), this::turn, told);
        shutOut(out);
        turn(this::schedule);
    }

    private static String name(RandomGenerator random) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return "perch-" + HexFormat.of().formatHex(bytes);
    }

    /** Has something done by the thread that may wait for the disk. */
    private void turn(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            // the journal has all that is left
        }
    }

    /** How many orders wait. */
    int waiting() {
        return MOST_WAITING - room.availablePermits();
    }

    /** What the desk does with an answer to an order. */
    interface Then {
        void taken(Deliveries.Taken taken);

        void refused(RpcFault fault);
    }

    /** Takes an order. @return false: too much waits */
    boolean take(Order order, Then then) {
        return later(() -> {
            try {
                then.taken(deliveries.take(order));
            } catch (RpcFault fault) {
                then.refused(fault);
            }
            schedule();
        });
    }

    /** The receipt of a client's delivery. @return false: too much waits */
    boolean get(String client, String key, Consumer<Optional<Receipt>> then) {
        return later(() -> then.accept(deliveries.get(client, key)));
    }

    /** Whether a delivery of that client is. Any thread. */
    boolean isUnderWay(String client) {
        return deliveries.isUnderWay(client);
    }

    /** Has something done by the thread that may wait for the disk. @return false: too much waits */
    private boolean later(Runnable work) {
        if (!room.tryAcquire()) {
            return false;
        }
        turn(() -> {
            try {
                work.run();
            } finally {
                room.release();
            }
        });
        return true;
    }

    /** Something was heard of threads. */
    void heard(TurnNews news) {
        turn(() -> deliveries.heard(news));
    }

    /** Who may send has changed: what these have waiting is not sent. */
    void shutOut(Predicate<String> client) {
        turn(() -> deliveries.shutOut(client));
    }

    private void schedule() {
        next.cancel(false);
        long due = deliveries.tick();
        if (due != Long.MAX_VALUE) {
            next = thread.schedule(this::schedule, Math.max(1, due - wallMs.getAsLong()), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
            journal.close();
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        } catch (IOException unclosed) {
            // the system closes it with the process
        }
    }
}
