package dev.perch.runtime;

import dev.perch.model.Problem;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a pet anew for another size, on a thread of its own, while the old pages are still on show. Only the last wish is
 * answered. Safe for threads.
 */
public final class PetRefit implements AutoCloseable {
    private static final int NOTHING = 0;

    private final Companion.PetOpener opener;
    private final Consumer<Problem> notes;
    private final Runnable ready;
    private final AtomicInteger wish = new AtomicInteger(NOTHING);
    private final AtomicReference<@Nullable LoadedPet> opened = new AtomicReference<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "perch-refit");
        thread.setDaemon(true);
        return thread;
    });

    /** @param ready called on the thread that opened it */
    PetRefit(Companion.PetOpener opener, Consumer<Problem> notes, Runnable ready) {
        this.opener = opener;
        this.notes = notes;
        this.ready = ready;
    }

    /** Wishes for cells of that width, in physical pixels; an older wish that is not yet answered is forgotten. */
    public void wish(int cellWidth) {
        if (wish.getAndSet(cellWidth) == NOTHING) {
            worker.execute(this::answer);
        }
    }

    /** The pet at the size last wished for, once, when it is open; else null. */
    public @Nullable LoadedPet take() {
        return opened.get() == null ? null : opened.getAndSet(null);
    }

    private void answer() {
        int width;
        do {
            width = wish.get();
            opened.set(open(width));
        } while (!wish.compareAndSet(width, NOTHING));
        ready.run();
    }

    private @Nullable LoadedPet open(int width) {
        try {
            return opener.open(width);
        } catch (ProblemException | IOException e) {
            notes.accept(Problem.warning(
                    "pet",
                    "it cannot be made sharp at its new size (" + e.getMessage() + ")",
                    "look after the package and the cache folder"));
        }
        return null;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
