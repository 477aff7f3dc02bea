package dev.perch.bench;

import dev.perch.model.PetAnimationState;
import dev.perch.model.StampedSnapshot;
import dev.perch.runtime.Inbox;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Eight snapshots of eight sessions in and out, beside a queue of the JDK that keeps them all. */
@State(Scope.Thread)
public class InboxBench {
    private static final int SESSIONS = 8;

    private long taken;
    private final StampedSnapshot[] snapshots = new StampedSnapshot[SESSIONS];
    private final Inbox<Runnable> inbox = new Inbox<>(() -> {});
    private final ConcurrentLinkedQueue<StampedSnapshot> queue = new ConcurrentLinkedQueue<>();
    private final Consumer<StampedSnapshot> count = snapshot -> taken++;
    private final Consumer<Runnable> events = event -> taken++;

    /** Makes the snapshots. */
    public InboxBench() {
        for (int i = 0; i < SESSIONS; i++) {
            snapshots[i] = Opened.snapshot(i, i, PetAnimationState.RUNNING);
        }
    }

    /** Eight offers and a drain. */
    @Benchmark
    public long inbox() {
        for (StampedSnapshot snapshot : snapshots) {
            inbox.offerSnapshot(snapshot);
        }
        inbox.drain(count, events);
        return taken;
    }

    /** The partner. */
    @Benchmark
    public long baselineQueue() {
        for (StampedSnapshot snapshot : snapshots) {
            queue.offer(snapshot);
        }
        for (StampedSnapshot next = queue.poll(); next != null; next = queue.poll()) {
            count.accept(next);
        }
        return taken;
    }
}
