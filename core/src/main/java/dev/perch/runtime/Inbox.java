package dev.perch.runtime;

import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.StampedSnapshot;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that comes in from other threads, in two lanes. Snapshots are state: one slot for each session of a source, the
 * latest wins, and the number of slots that wait is bounded. Events (input, answers, outcomes) are kept in order and
 * never dropped. Any thread may offer; one thread, the render thread, drains, takes no lock for it, and allocates
 * nothing when nothing came.
 *
 * @param <E> the events of the ordered lane
 */
public final class Inbox<E> {
    /** Sessions that can wait for one drain, far more than a person has agents. */
    public static final int SLOTS = 256;

    /*
     * Writers meet at a lock of their own, so that the slots need no care; what the reader touches is lock-free. A slot
     * is in `ready` exactly while its value is set: the writer that turns it from null puts it there, the reader polls
     * it first and empties it then. The reader takes no more than what was counted when it began, so that no writer,
     * however fast, can hold it.
     */
    private record Key(SourceId source, SessionId session) {}

    private static final class Slot extends AtomicReference<@Nullable StampedSnapshot> {
        private static final long serialVersionUID = 1L;
    }

    private final Runnable wake;
    private final int mostSlots;
    private final AtomicBoolean signalled = new AtomicBoolean();

    private final Map<Key, Slot> slots = new LinkedHashMap<>();
    private final Queue<Slot> ready = new ConcurrentLinkedQueue<>();
    private final AtomicLong readied = new AtomicLong();
    private final AtomicLong conflated = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private long drainedSlots;

    private final Queue<E> events = new ConcurrentLinkedQueue<>();
    private final AtomicLong offeredEvents = new AtomicLong();
    private long drainedEvents;

    /**
     * An empty inbox.
     *
     * @param wake called on the offering thread when something came after a drain: once, however much comes before the
     *     next drain. It must return at once
     */
    public Inbox(Runnable wake) {
        this(wake, SLOTS);
    }

    Inbox(Runnable wake, int mostSlots) {
        this.wake = wake;
        this.mostSlots = mostSlots;
    }

    /**
     * Offers the state of a session; it replaces an earlier one that waits. A late one, whose sequence is not above
     * that of the one that waits, changes nothing. When all slots wait, that of a further session is dropped and
     * counted.
     */
    public void offerSnapshot(StampedSnapshot snapshot) {
        synchronized (slots) {
            Slot slot = slot(new Key(snapshot.source(), snapshot.session()));
            if (slot == null) {
                dropped.incrementAndGet();
                return;
            }
            StampedSnapshot waiting = slot.get();
            if (waiting != null && waiting.sequence() >= snapshot.sequence()) {
                conflated.incrementAndGet();
                return;
            }
            if (slot.getAndSet(snapshot) == null) {
                ready.add(slot);
                readied.incrementAndGet();
            } else {
                conflated.incrementAndGet();
            }
        }
        signal();
    }

    /** Offers an event behind all others. */
    public void offerEvent(E event) {
        events.add(event);
        offeredEvents.incrementAndGet();
        signal();
    }

    /**
     * Hands over what came since the last drain: first the snapshots, each session's latest, then the events in order.
     * What comes meanwhile waits for the next drain. Render thread only.
     *
     * @return how many things were handed over
     */
    public int drain(Consumer<? super StampedSnapshot> snapshots, Consumer<? super E> ordered) {
        if (!signalled.get()) {
            return 0;
        }
        signalled.set(false);
        return drainSnapshots(snapshots) + drainEvents(ordered);
    }

    /** Whether a drain would hand something over. Any thread; takes no lock. */
    public boolean isWaiting() {
        return signalled.get();
    }

    /** Sessions whose snapshot waits, at most {@link #SLOTS}. Any thread; takes no lock. */
    public int waiting() {
        return ready.size();
    }

    /** Snapshots that a later one replaced before they were drained. */
    public long conflated() {
        return conflated.get();
    }

    /** Snapshots that found no slot. */
    public long dropped() {
        return dropped.get();
    }

    private int drainSnapshots(Consumer<? super StampedSnapshot> sink) {
        long end = readied.get();
        int count = 0;
        while (drainedSlots < end) {
            Slot slot = ready.poll();
            StampedSnapshot snapshot = slot == null ? null : slot.getAndSet(null);
            drainedSlots++;
            if (snapshot != null) {
                sink.accept(snapshot);
                count++;
            }
        }
        return count;
    }

    private int drainEvents(Consumer<? super E> sink) {
        long end = offeredEvents.get();
        int count = 0;
        while (drainedEvents < end) {
            E event = events.poll();
            drainedEvents++;
            if (event != null) {
                sink.accept(event);
                count++;
            }
        }
        return count;
    }

    private void signal() {
        if (!signalled.get() && signalled.compareAndSet(false, true)) {
            wake.run();
        }
    }

    private @Nullable Slot slot(Key key) {
        Slot known = slots.get(key);
        if (known != null) {
            return known;
        }
        if (slots.size() >= mostSlots && !removeOneAtRest()) {
            return null;
        }
        Slot slot = new Slot();
        slots.put(key, slot);
        return slot;
    }

    private boolean removeOneAtRest() {
        Iterator<Slot> all = slots.values().iterator();
        while (all.hasNext()) {
            if (all.next().get() == null) {
                all.remove();
                return true;
            }
        }
        return false;
    }
}
