package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.model.Problem;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Imports all pets of a shelf behind the user's back, one after another on a thread of its own. Safe for threads. */
public final class LibraryImport implements AutoCloseable {
    /** The start belongs to the pet on show. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A child that decodes dies at once; its folder is then put away. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Thread thread;

    /**
     * An import that was not begun.
     *
     * @param progress told after each pet how many of how many are done, on its thread
     * @param notes told what goes wrong, on its thread
     */
    public LibraryImport(PetShelf shelf, Clock clock, BiConsumer<Integer, Integer> progress, Consumer<Problem> notes) {
        thread = new Thread(
                () -> {
                    try {
                        clock.awaitNanos(clock.nanos() + PAUSE.toNanos());
                        shelf.importAll(progress, notes);
                    } catch (InterruptedException closed) {
                        // nothing was begun
                    }
                },
                "perch-import");
        thread.setDaemon(true);
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
