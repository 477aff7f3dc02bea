package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private final AtomicInteger wakes = new AtomicInteger();
    private final Inbox<String> inbox = new Inbox<>(wakes::incrementAndGet, 4);
    private final List<String> drained = new ArrayList<>();

    @Test
    void theLatestSnapshotOfASessionWins() {
        inbox.offerSnapshot(snapshot("a", "x", 1));
        inbox.offerSnapshot(snapshot("a", "y", 2));
        inbox.offerSnapshot(snapshot("b", "x", 1));
        inbox.offerSnapshot(snapshot("a", "x", 3));

        assertEquals(List.of("a/x#3", "a/y#2", "b/x#1"), drain());
        assertEquals(1, inbox.conflated());
        assertEquals(List.of(), drain());
    }

    @Test
    void aLateSnapshotDoesNotReplaceANewerOne() {
        inbox.offerSnapshot(snapshot("a", "x", 2));
        inbox.offerSnapshot(snapshot("a", "x", 1));

        assertEquals(List.of("a/x#2"), drain());
    }

    @Test
    void eventsKeepTheirOrderBehindTheSnapshots() {
        inbox.offerEvent("one");
        inbox.offerSnapshot(snapshot("a", "x", 1));
        inbox.offerEvent("two");
        inbox.offerEvent("one");

        assertEquals(List.of("a/x#1", "one", "two", "one"), drain());
    }

    @Test
    void aBurstWakesOnceUntilTheDrain() {
        for (int i = 1; i <= 100; i++) {
            inbox.offerSnapshot(snapshot("a", "x", i));
            inbox.offerEvent("e");
        }
        assertEquals(1, wakes.get());
        assertTrue(inbox.isWaiting());
        drain();
        assertFalse(inbox.isWaiting());
        inbox.offerEvent("e");
        assertEquals(2, wakes.get());
    }

    @Test
    void whatComesDuringADrainWaitsForTheNextAndWakes() {
        inbox.offerEvent("first");
        inbox.drain(snapshot -> {}, event -> {
            drained.add(event);
            inbox.offerEvent("second");
        });
        assertEquals(List.of("first"), drained);
        assertEquals(2, wakes.get());
        drained.clear();
        assertEquals(List.of("second"), drain());
    }

    @Test
    void moreSessionsThanSlotsAreDroppedAndCounted() {
        for (int i = 0; i < 10; i++) {
            inbox.offerSnapshot(snapshot("a", "s" + i, i + 1));
        }
        assertEquals(4, inbox.waiting());
        assertEquals(List.of("a/s0#1", "a/s1#2", "a/s2#3", "a/s3#4"), drain());
        assertEquals(0, inbox.waiting());
        assertEquals(6, inbox.dropped());
        inbox.offerSnapshot(snapshot("a", "s9", 11));
        assertEquals(List.of("a/s9#11"), drain());
        assertEquals(6, inbox.dropped());
    }

    @Test
    void anIdleDrainAllocatesNothing() {
        inbox.offerEvent("warm");
        drain();
        Consumer<Object> nobody = thing -> {};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long base = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            inbox.drain(nobody, nobody);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated <= base + 1_024, allocated + " bytes in 100,000 drains");
    }

    @Test
    void underFourHammeringWritersTheLastStatesWinAndNoEventIsLost() throws Exception {
        int writers = 4;
        int rounds = 100_000;
        Inbox<int[]> shared = new Inbox<>(wakes::incrementAndGet);
        CountDownLatch done = new CountDownLatch(writers);
        for (int writer = 0; writer < writers; writer++) {
            int me = writer;
            Thread thread = new Thread(() -> {
                for (int i = 1; i <= rounds; i++) {
                    shared.offerSnapshot(snapshot("w" + me, "s" + i % 3, i));
                    if (i % 10 == 0) {
                        shared.offerEvent(new int[] {me, i / 10});
                    }
                }
                done.countDown();
            });
            thread.setDaemon(true);
            thread.start();
        }

        Map<String, Long> last = new HashMap<>();
        int[] events = new int[writers];
        boolean writing = true;
        while (writing || shared.isWaiting()) {
            writing = done.getCount() > 0;
            shared.drain(
                    stamped -> {
                        Long before = last.put(stamped.source() + "/" + stamped.session(), stamped.sequence());
                        assertTrue(before == null || before < stamped.sequence(), "went back");
                    },
                    event -> assertEquals(++events[event[0]], event[1], "order of writer " + event[0]));
        }

        for (int writer = 0; writer < writers; writer++) {
            assertEquals(rounds / 10, events[writer]);
            for (int i = rounds - 2; i <= rounds; i++) {
                assertEquals(i, last.get("w" + writer + "/s" + i % 3), "last state of writer " + writer);
            }
        }
        assertEquals(0, shared.dropped());
    }

    private List<String> drain() {
        drained.clear();
        int count = inbox.drain(
                stamped -> drained.add(stamped.source() + "/" + stamped.session() + "#" + stamped.sequence()),
                drained::add);
        assertEquals(drained.size(), count);
        return drained;
    }

    private static StampedSnapshot snapshot(String source, String session, long sequence) {
        return new StampedSnapshot(
                new SourceId(source),
                SourceRank.CONFIGURED,
                new SessionId(session),
                sequence,
                0,
                Long.MAX_VALUE,
                RuntimeSnapshot.of(PetAnimationState.RUNNING, "t"));
    }
}
