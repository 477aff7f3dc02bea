package dev.perch.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.runtime.SourceHost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What every kind of snapshot source has to do, as tests: return them from a {@code @TestFactory}. */
public final class SourceContract {
    private static final long PATIENCE_SECONDS = 30;
    private static final String WORD = "[a-z][a-z0-9-]*";

    private final SourceRig rig;

    private SourceContract(SourceRig rig) {
        this.rig = rig;
    }

    /** The tests of a kind of source, each with a rig of its own. */
    public static Stream<DynamicTest> of(Supplier<? extends SourceRig> rigs) {
        return Stream.of(
                test(rigs, "it has names that stay", SourceContract::namesStay),
                test(rigs, "bad options are refused in a sentence", SourceContract::refusesInASentence),
                test(rigs, "options of others are passed over", SourceContract::passesOverOptionsOfOthers),
                test(
                        rigs,
                        "what it emits is taken in, and nothing after a stop",
                        SourceContract::emitsUntilItIsStopped),
                test(rigs, "an interrupt ends it", SourceContract::anInterruptEndsIt),
                test(rigs, "a stop before the start harms nobody", SourceContract::mayBeStoppedFirst));
    }

    @FunctionalInterface
    private interface Part {
        void run(SourceContract contract) throws Exception;
    }

    private static DynamicTest test(Supplier<? extends SourceRig> rigs, String name, Part part) {
        return DynamicTest.dynamicTest(name, () -> {
            try (SourceRig rig = rigs.get()) {
                part.run(new SourceContract(rig));
            }
        });
    }

    private void namesStay() {
        RuntimeSnapshotSourceFactory factory = rig.factory();
        RuntimeSnapshotSource source = factory.create(rig.options());
        assertTrue(factory.id().matches(WORD), factory.id());
        assertEquals(factory.id(), source.id(), "a source goes by the id of its factory");
        assertFalse(factory.displayName().isBlank() || source.displayName().isBlank());
        assertEquals(factory.id(), factory.id());
        assertEquals(source.id(), source.id());
    }

    private void refusesInASentence() {
        RuntimeSnapshotSourceFactory factory = rig.factory();
        String why = assertThrows(IllegalArgumentException.class, () -> factory.create(rig.badOptions()))
                .getMessage();
        assertNotNull(why);
        assertTrue(why.lines().count() == 1 && why.endsWith("."), why);
    }

    private void passesOverOptionsOfOthers() {
        Map<String, Object> more = new HashMap<>(rig.options());
        more.put("an-option-of-others", List.of(1));
        assertNotNull(rig.factory().create(more));
    }

    private void emitsUntilItIsStopped() throws Exception {
        BlockingQueue<StampedSnapshot> arrived = new LinkedBlockingQueue<>();
        try (SourceHost host = new SourceHost(rig.clock(), arrived::add, () -> {})) {
            SourceId id = host.start(SourceRank.CONFIGURED, rig.factory().create(rig.options()));
            rig.speak();
            assertNotNull(arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "nothing, but " + host.statuses());
            assertEquals(List.of(), host.statuses().get(0).lastProblems());
            host.stop(id);
            arrived.clear();
            rig.speak();
        }
        assertTrue(arrived.isEmpty(), arrived::toString);
    }

    private void anInterruptEndsIt() throws Exception {
        BlockingQueue<RuntimeSnapshot> emitted = new LinkedBlockingQueue<>();
        AtomicReference<Throwable> fault = new AtomicReference<>();
        RuntimeSnapshotSource source = rig.factory().create(rig.options());
        Thread thread = new Thread(() -> {
            try {
                source.start(into(emitted));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ignored, thrown) -> fault.set(thrown));
        thread.start();
        rig.speak();
        assertNotNull(emitted.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "it emits nothing");
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertFalse(thread.isAlive(), "it goes on after the interrupt");
        assertNull(fault.get());
    }

    private void mayBeStoppedFirst() throws Exception {
        RuntimeSnapshotSourceFactory factory = rig.factory();
        RuntimeSnapshotSource source = factory.create(rig.options());
        source.stop();
        source.stop();
        emitsUntilItIsStopped();
    }

    private static RuntimeSnapshotEmitter into(BlockingQueue<RuntimeSnapshot> emitted) {
        return new RuntimeSnapshotEmitter() {
            @Override
            public void emit(RuntimeSnapshot snapshot) {
                emitted.add(snapshot);
            }

            @Override
            public void problem(Problem problem) {
                throw new AssertionError(problem.sentence());
            }
        };
    }
}
