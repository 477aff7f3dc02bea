package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.testkit.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SourceHostTest {
    private static final RuntimeSnapshot HELLO = RuntimeSnapshot.of(PetAnimationState.WAVING, "hello");

    private final FakeClock clock = new FakeClock();
    private final BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
    private final Semaphore news = new Semaphore(0);
    private final SourceHost host = new SourceHost(clock, arrived::add, news::release);

    /** A source whose inside is a test's. */
    private interface Inside {
        void run(RuntimeSnapshotEmitter emit) throws InterruptedException;
    }

    private static RuntimeSnapshotSource source(Inside inside) {
        return new RuntimeSnapshotSource() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public String displayName() {
                return "a test\u202E";
            }

            @Override
            public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
                inside.run(emit);
            }
        };
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void aSnapshotIsStamped() throws Exception {
        clock.advance(Duration.ofSeconds(7));
        SourceId id = host.start(SourceRank.CONFIGURED, source(emit -> {
            emit.emit(HELLO);
            emit.emit(withMetadata(Map.of("sessionId", "s", "ttlMs", 5_000L)));
        }));

        assertEquals(
                new StampedSnapshot(
                        id, SourceRank.CONFIGURED, SessionId.MAIN, 1, 7_000_000_000L, Long.MAX_VALUE, HELLO),
                next());
        StampedSnapshot second = next();
        assertEquals(new SessionId("s"), second.session());
        assertEquals(2, second.sequence());
        assertEquals(5_000_000_000L, second.ttlNanos());
    }

    @Test
    void aTimeToLiveOutOfRangeIsToldOfAndTheSnapshotKept() throws Exception {
        host.start(SourceRank.CONFIGURED, source(emit -> emit.emit(withMetadata(Map.of("ttlMs", 999L)))));

        assertEquals(Long.MAX_VALUE, next().ttlNanos());
        SourceStatus ended = awaitPhase(SourceStatus.Phase.ENDED);
        assertTrue(ended.lastProblems().get(0).what().startsWith("metadata.ttlMs is not a whole number"));
    }

    @Test
    void whatIsOverTheLimitsIsRefusedWhoeverMadeIt() throws Exception {
        host.start(SourceRank.CONFIGURED, source(emit -> {
            emit.emit(RuntimeSnapshot.of(PetAnimationState.IDLE, "x".repeat(1 << 20)));
            emit.emit(RuntimeSnapshot.of(PetAnimationState.IDLE, "a\u202Eb"));
            emit.emit(withMetadata(Map.of("sessionId", "no name")));
            emit.emit(withMetadata(Map.of("object", new Object())));
        }));

        SourceStatus ended = awaitPhase(SourceStatus.Phase.ENDED);
        assertEquals(4, ended.problems());
        assertEquals(0, ended.snapshots());
        assertTrue(arrived.isEmpty());
    }

    @Test
    void aSourceThatThrowsBecomesAProblemAndHarmsNobody() throws Exception {
        host.start(new SourceId("other"), SourceRank.CONFIGURED, source(emit -> {
            emit.emit(HELLO);
            Thread.currentThread().join();
        }));
        host.start(SourceRank.CONFIGURED, source(emit -> {
            throw new StackOverflowError("deep\u0007");
        }));

        SourceStatus failed = awaitPhase(SourceStatus.Phase.FAILED);
        assertEquals(
                "test: ended by a fault of its own (StackOverflowError: deep<U+0007>);"
                        + " start it again, or tell its maker.",
                failed.lastProblems().get(0).sentence());
        assertEquals("a test<U+202E>", failed.displayName());
        assertEquals("hello", next().snapshot().title());
        assertEquals(SourceStatus.Phase.RUNNING, status("other").phase());
    }

    @Test
    void afterStopNothingComesThroughHoweverHardASourceTries() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        SourceId id = host.start(SourceRank.CONFIGURED, source(emit -> {
            emit.emit(HELLO);
            awaitStubbornly(stopped);
            emit.emit(HELLO);
            emit.problem(Problem.error("x", "y", "z"));
            tried.countDown();
        }));
        next();
        host.stop(id);
        stopped.countDown();
        assertTrue(tried.await(30, TimeUnit.SECONDS));

        assertTrue(arrived.isEmpty());
        assertEquals(SourceStatus.Phase.STOPPED, status("test").phase());
        assertEquals(0, status("test").problems());
    }

    @Test
    void aSourceThatEmitsBeyondItsEndIsNotHeard() throws Exception {
        AtomicReference<RuntimeSnapshotEmitter> kept = new AtomicReference<>();
        host.start(SourceRank.CONFIGURED, source(kept::set));
        awaitPhase(SourceStatus.Phase.ENDED);
        kept.get().emit(HELLO);

        assertTrue(arrived.isEmpty());
    }

    @Test
    void onlyTheLastProblemsAreKeptButAllAreCounted() throws Exception {
        host.start(SourceRank.CONFIGURED, source(emit -> {
            for (int i = 1; i <= 1_000; i++) {
                emit.problem(Problem.error("line " + i, "is bad", "mend it"));
            }
        }));

        SourceStatus ended = awaitPhase(SourceStatus.Phase.ENDED);
        assertEquals(1_000, ended.problems());
        assertEquals(SourceStatus.KEPT, ended.lastProblems().size());
        assertEquals(
                "line 1000", ended.lastProblems().get(SourceStatus.KEPT - 1).where());
    }

    @Test
    void newsComeOnceUntilTheyAreRead() throws Exception {
        host.start(SourceRank.CONFIGURED, source(emit -> {
            for (int i = 0; i < 100; i++) {
                emit.problem(Problem.error("a", "is bad", "mend it"));
            }
            emit.emit(HELLO);
            Thread.currentThread().join();
        }));
        next();

        assertEquals(1, news.availablePermits());
        host.statuses();
        host.stop(new SourceId("test"));
        assertEquals(2, news.availablePermits());
    }

    @Test
    void sourcesOfOneKindHaveNamesOfTheirOwn() throws Exception {
        RuntimeSnapshotSource endless = source(emit -> Thread.currentThread().join());

        assertEquals("test", host.start(SourceRank.CONFIGURED, endless).id());
        assertEquals("test-2", host.start(SourceRank.CONFIGURED, endless).id());
        assertThrows(
                IllegalArgumentException.class, () -> host.start(new SourceId("test"), SourceRank.CONFIGURED, endless));
        host.close();
        assertThrows(IllegalStateException.class, () -> host.start(SourceRank.CONFIGURED, endless));
    }

    @Test
    void aSourceStartedAgainGoesOnWithItsSequence() throws Exception {
        SourceId id = new SourceId("again");
        host.start(id, SourceRank.CONFIGURED, source(emit -> emit.emit(HELLO)));
        assertEquals(1, next().sequence());
        awaitPhase(SourceStatus.Phase.ENDED);
        host.start(id, SourceRank.CONFIGURED, source(emit -> emit.emit(HELLO)));

        assertEquals(2, next().sequence());
    }

    @Test
    void theTapHearsWhatTheSinkHears() throws Exception {
        BlockingQueue<StampedSnapshot> recorded = new LinkedBlockingQueue<>();
        host.tap(recorded::add);
        host.start(SourceRank.CONFIGURED, source(emit -> emit.emit(HELLO)));

        assertEquals(next(), recorded.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aSourceWhoseStopHangsDelaysNothingForEver() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RuntimeSnapshotSource hanging = new RuntimeSnapshotSource() {
            @Override
            public String id() {
                return "hanging";
            }

            @Override
            public String displayName() {
                return "hanging";
            }

            @Override
            public void start(RuntimeSnapshotEmitter emit) {
                awaitStubbornly(never);
            }

            @Override
            public void stop() {
                awaitStubbornly(never);
            }
        };
        host.start(SourceRank.CONFIGURED, hanging);
        Thread closing = new Thread(host::close);
        closing.start();
        closing.join(30_000);

        assertFalse(closing.isAlive());
        assertEquals(SourceStatus.Phase.STOPPED, status("hanging").phase());
        never.countDown();
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        boolean open = false;
        while (!open) {
            try {
                latch.await();
                open = true;
            } catch (InterruptedException ignored) {
                open = latch.getCount() == 0;
            }
        }
    }

    private static RuntimeSnapshot withMetadata(Map<String, Object> metadata) {
        return new RuntimeSnapshot(PetAnimationState.RUNNING, "t", null, metadata);
    }

    private StampedSnapshot next() throws InterruptedException {
        StampedSnapshot stamped = arrived.poll(30, TimeUnit.SECONDS);
        if (stamped == null) {
            throw new AssertionError("nothing arrived; " + host.statuses());
        }
        return stamped;
    }

    private SourceStatus awaitPhase(SourceStatus.Phase phase) throws InterruptedException {
        while (true) {
            List<SourceStatus> all = host.statuses();
            for (SourceStatus status : all) {
                if (status.phase() == phase) {
                    return status;
                }
            }
            assertTrue(news.tryAcquire(30, TimeUnit.SECONDS), all::toString);
        }
    }

    private SourceStatus status(String id) {
        return host.statuses().stream()
                .filter(status -> status.id().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
