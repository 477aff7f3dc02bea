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
import dev.perch.render.FontStack;
import dev.perch.render.Textures;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A companion that a window can show: its settings, its pet, and the sources that feed it. Made and closed by the
 * program; the window opens its runtime on the render thread.
 */
public final class Companion implements AutoCloseable {
    private final RuntimeConfig config;
    private final PetOpener pet;
    private final FontStack fonts = UiFonts.bundled();
    private final Clock clock;
    private final Consumer<Problem> notes;
    private final Inbox<Arrivals.Event> inbox = new Inbox<>(this::wakeWindow);
    private final SourceHost sources;
    private final Map<String, Long> problemsTold = new HashMap<>();
    private @Nullable PlaceKeeper places;
    private volatile boolean hidesUnderFullscreen = true;
    private volatile Runnable wake = () -> {};

    /** Opens the companion's pet. */
    @FunctionalInterface
    public interface PetOpener {
        /**
         * Opens it, with cells of that width where it can have them. Blocks; not on the render thread.
         *
         * @throws ProblemException when it cannot be shown
         * @throws IOException when a file cannot be read or written
         */
        LoadedPet open(int cellWidth) throws ProblemException, IOException;
    }

    /**
     * A companion with no sources yet.
     *
     * @param pet opened once the window's scale is known
     * @param notes told of each problem of a source, on that source's thread
     */
    public Companion(RuntimeConfig config, PetOpener pet, Clock clock, Consumer<Problem> notes) {
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
        inbox.offerEvent(step -> step.pointer.add(event));
    }

    /** Tells the user of a problem. */
    public void note(Problem problem) {
        notes.accept(problem);
    }

    /** Opens fonts on a thread of its own, and has bubbles set in them once they are there. */
    public void openFonts(Supplier<FontStack> fontsToCome) {
        Thread opener = new Thread(
                () -> {
                    FontStack ready = fontsToCome.get();
                    inbox.offerEvent(step -> step.fonts = ready);
                },
                "perch-fonts");
        opener.setDaemon(true);
        opener.start();
    }

    /** Opens the pet with cells of that width, in physical pixels. Blocks; before the first picture. */
    public LoadedPet openPet(int cellWidth) throws ProblemException, IOException {
        return pet.open(cellWidth);
    }

    /** Opens the pet anew for other sizes while it is on show; the window that asks closes it. */
    public PetRefit refit(Runnable ready) {
        return new PetRefit(pet, notes, ready);
    }

    /** Has places remembered there, in place of nowhere. */
    public void keepPlaces(PlaceKeeper keeper) {
        places = keeper;
    }

    /** Whether the pet hides while a window takes the whole screen that it is on; it does unless told otherwise. */
    public boolean hidesUnderFullscreen() {
        return hidesUnderFullscreen;
    }

    /** Has the pet hide under a window that takes the whole screen, or stay. Any thread. */
    public void hideUnderFullscreen(boolean hide) {
        hidesUnderFullscreen = hide;
    }

    /** Where the pet is to be, as long as a window shows it. */
    public Whereabouts whereabouts() {
        return new Whereabouts(config, places);
    }

    /** The runtime for a window, with that pet on show. Render thread. */
    public PetRuntime open(Stage stage, Textures textures, LoadedPet loaded) {
        long now = clock.nanos();
        PetRuntime runtime = new PetRuntime(config, stage, new Drain(), textures, fonts, now);
        runtime.show(loaded, now);
        return runtime;
    }

    @Override
    public void close() {
        sources.close();
        if (places != null) {
            places.close();
        }
    }

    private void wakeWindow() {
        wake.run();
    }

    /** Moves the inbox into steps; its consumers are made once, so that a drain allocates nothing. */
    private final class Drain implements Arrivals {
        private final Consumer<StampedSnapshot> snapshots = this::add;
        private final Consumer<Arrivals.Event> events = this::add;
        private Step into = new Step();

        @Override
        public void drainTo(Step step) {
            into = step;
            inbox.drain(snapshots, events);
        }

        private void add(StampedSnapshot snapshot) {
            into.snapshots.add(snapshot);
        }

        private void add(Arrivals.Event event) {
            event.addTo(into);
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
