package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.source.StdinSnapshotSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One writer of JSON lines at full rate, through standard input, host and inbox, drained as a window does. */
final class SnapshotBurstTest {
    private static final long FRAME_NANOS = 1_000_000_000L / 60;
    private static final int PER_SECOND = 100_000;

    /** Lines of snapshots at a rate; the reader is held back when it is ahead of the time. */
    private static final class Writer extends InputStream {
        private final long count;
        private final long begin = System.nanoTime();
        private long written;
        private byte[] line = {};
        private int at;

        Writer(long count) {
            this.count = count;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (at == line.length && !nextLine()) {
                return -1;
            }
            int got = 0;
            while (got < length && (at < line.length || (isDue() && nextLine()))) {
                int part = Math.min(length - got, line.length - at);
                System.arraycopy(line, at, bytes, from + got, part);
                at += part;
                got += part;
            }
            return got;
        }

        private boolean isDue() {
            return (System.nanoTime() - begin) * PER_SECOND / 1_000_000_000L > written;
        }

        private boolean nextLine() {
            if (written == count) {
                return false;
            }
            while (!isDue()) {
                LockSupport.parkNanos(50_000);
            }
            written++;
            at = 0;
            line = ("{\"state\":\"running\",\"title\":\"state " + written
                            + "\",\"body\":\"some text of a usual length\"}\n")
                    .getBytes(StandardCharsets.UTF_8);
            return true;
        }
    }

    /** What a run came to; {@code floors} are the least KiB of heap in use in each second of it. */
    private record Outcome(
            String lastTitle, long drained, long conflated, double rate, long heapGrowth, List<Long> floors) {}

    @Test
    void aBurstEndsWithTheLastStateAndFlatMemory() throws Exception {
        Outcome outcome = run(1);

        assertEquals("state " + PER_SECOND, outcome.lastTitle());
        assertEquals(PER_SECOND, outcome.drained() + outcome.conflated());
        assertTrue(outcome.heapGrowth() < 4 << 20, outcome::toString);
    }

    @Test
    @Tag("long")
    void tenSecondsEndWithTheLastStateAndFlatMemory() throws Exception {
        Outcome outcome = run(10);

        System.out.printf(
                "%d snapshots at %.0f a second: %d drained, %d conflated; heap after collection %+d KiB,"
                        + " least in use each second %s KiB%n",
                10 * PER_SECOND,
                outcome.rate(),
                outcome.drained(),
                outcome.conflated(),
                outcome.heapGrowth() / 1024,
                outcome.floors());
        assertEquals("state " + 10 * PER_SECOND, outcome.lastTitle());
        assertTrue(outcome.heapGrowth() < 4 << 20, outcome::toString);
    }

    private static Outcome run(int seconds) throws IOException {
        long count = (long) seconds * PER_SECOND;
        Inbox<String> inbox = new Inbox<>(() -> {});
        AtomicReference<StampedSnapshot> shown = new AtomicReference<>();
        long before = usedHeap();
        long begin = System.nanoTime();
        long drained = 0;
        List<Long> floors = new ArrayList<>();
        try (Writer writer = new Writer(count);
                SourceHost host = new SourceHost(new SystemClock(), inbox::offerSnapshot, () -> {})) {
            host.start(SourceRank.CONFIGURED, new StdinSnapshotSource(writer));
            while (shown.get() == null || shown.get().sequence() < count) {
                drained += inbox.drain(shown::set, event -> {});
                noteFloor(floors, (System.nanoTime() - begin) / 1_000_000_000L);
                LockSupport.parkNanos(FRAME_NANOS);
            }
            double rate = count * 1e9 / (System.nanoTime() - begin);
            long growth = usedHeap() - before;
            return new Outcome(
                    shown.get().snapshot().title(), drained, inbox.conflated(), rate, growth, List.copyOf(floors));
        }
    }

    private static void noteFloor(List<Long> floors, long second) {
        long used = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024;
        while (floors.size() <= second) {
            floors.add(used);
        }
        floors.set((int) second, Math.min(floors.get((int) second), used));
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
