package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.files.TreeWatch;
import dev.perch.model.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Imports all pets of a shelf behind the user's back, one after another on a thread of its own: soon after the start, and
 * whenever something in the folders where they lie has changed and been left alone since. Safe for threads.
 */
public final class LibraryImport implements AutoCloseable {
    /** The start belongs to the pet on show. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A copy of many files pauses for less. */
    private static final Duration QUIET = Duration.ofMillis(500);

    /** Whatever goes on for longer than half a minute is looked at half done. */
    private static final int MOST_LOOKS = 60;

    /** A gallery of a few hundred pets; a system has thousands of watches for all its programs. */
    private static final int MOST_FOLDERS = 512;

    /** A child that decodes dies at once; its folder is then put away. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PetShelf shelf;
    private final Clock clock;
    private final BiConsumer<Integer, Integer> progress;
    private final Consumer<Problem> notes;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread;

    /**
     * An import that was not begun.
     *
     * @param progress told after each pet how many of how many are done, on its thread
     * @param notes told what goes wrong, on its thread
     */
    public LibraryImport(PetShelf shelf, Clock clock, BiConsumer<Integer, Integer> progress, Consumer<Problem> notes) {
        this.shelf = shelf;
        this.clock = clock;
        this.progress = progress;
        this.notes = notes;
        thread = new Thread(this::run, "perch-import");
        thread.setDaemon(true);
    }

    private void run() {
        try {
            clock.awaitNanos(clock.nanos() + PAUSE.toNanos());
            try (TreeWatch watch = new TreeWatch(shelf.folders(), MOST_FOLDERS, changes::release)) {
                while (true) {
                    shelf.importAll(progress, notes);
                    changes.acquire();
                    settle();
                }
            }
        } catch (InterruptedException closed) {
            // what is imported by then stays so
        }
    }

    private void settle() throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            changes.drainPermits();
            clock.awaitNanos(clock.nanos() + QUIET.toNanos());
            if (changes.availablePermits() == 0) {
                return;
            }
        }
    }

    /** Begins, a while later. Returns at once; called once at most. */
    public void begin() {
        thread.start();
    }

    /** Ends it; what is imported by then stays so. Waits for a moment at most. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
