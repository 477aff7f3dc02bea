package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.ecs.Arrivals;
import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Problem;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.Textures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A companion that a window can show: its settings, its pet, and the sources that feed it. Made and closed by the
 * program; the window opens its runtime on the render thread.
 */
public final class Companion implements AutoCloseable {
    private final RuntimeConfig config;
    private final LoadedPet pet;
    private final Clock clock;
    private final Consumer<Problem> notes;
    private final Inbox<PointerEvent> inbox = new Inbox<>(this::wakeWindow);
    private final SourceHost sources;
    private final Map<String, Long> problemsTold = new HashMap<>();
    private volatile Runnable wake = () -> {};

    /**
     * A companion with no sources yet.
     *
     * @param notes told of each problem of a source, on that source's thread
     */
    public Companion(RuntimeConfig config, LoadedPet pet, Clock clock, Consumer<Problem> notes) {
        this.config = config;
        this.pet = pet;
        this.clock = clock;
        this.notes = notes;
        sources = new SourceHost(clock, inbox::offerSnapshot, this::tellProblems);
    }

    /** Starts a source. */
    public void start(SourceRank rank, RuntimeSnapshotSource source) {
        sources.start(rank, source);
    }

    /** Hands each snapshot that arrives from now on to {@code recorder} too. */
    public void record(Consumer<? super StampedSnapshot> recorder) {
        sources.tap(recorder);
    }

    /** The user's settings. */
    public RuntimeConfig config() {
        return config;
    }

    /** The one clock. */
    public Clock clock() {
        return clock;
    }

    /** Calls {@code window} whenever something arrived, on the thread that it arrived on. */
    public void onArrival(Runnable window) {
        wake = window;
        if (inbox.isWaiting()) {
            window.run();
        }
    }

    /** Takes in what the pointer did. Any thread. */
    public void pointer(PointerEvent event) {
        inbox.offerEvent(event);
    }

    /** The runtime for a window, with the pet on show. Render thread. */
    public PetRuntime open(Stage stage, Textures textures) {
        long now = clock.nanos();
        PetRuntime runtime = new PetRuntime(config, stage, new Drain(), textures, now);
        runtime.show(pet, now);
        return runtime;
    }

    @Override
    public void close() {
        sources.close();
    }

    private void wakeWindow() {
        wake.run();
    }

    /** Moves the inbox into steps; its consumers are made once, so that a drain allocates nothing. */
    private final class Drain implements Arrivals {
        private Step into = new Step();
        private final Consumer<StampedSnapshot> snapshots = snapshot -> into.snapshots.add(snapshot);
        private final Consumer<PointerEvent> events = event -> into.pointer.add(event);

        @Override
        public void drainTo(Step step) {
            into = step;
            inbox.drain(snapshots, events);
        }
    }

    private synchronized void tellProblems() {
        for (SourceStatus status : sources.statuses()) {
            long told = problemsTold.getOrDefault(status.id().id(), 0L);
            List<Problem> last = status.lastProblems();
            long fresh = Math.min(status.problems() - told, last.size());
            last.subList((int) (last.size() - fresh), last.size()).forEach(notes);
            problemsTold.put(status.id().id(), status.problems());
        }
    }
}
