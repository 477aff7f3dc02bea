package dev.perch.runtime;

import dev.perch.model.Problem;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a pet anew, for another size or because it is another, on a thread of its own, while the old pages are still on
 * show. Only the last wish is answered. Safe for threads.
 */
public final class PetRefit implements AutoCloseable {
    private final PetOpener opener;
    private final Consumer<Problem> notes;
    private final Consumer<String> refused;
    private final Runnable ready;
    private final AtomicReference<@Nullable Wish> wish = new AtomicReference<>();
    private final AtomicReference<@Nullable LoadedPet> opened = new AtomicReference<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "perch-refit");
        thread.setDaemon(true);
        return thread;
    });

    /** Told apart by identity: the same size may be wished for again. */
    private static final class Wish {
        private final int cellWidth;
        private final boolean another;

        Wish(int cellWidth, boolean another) {
            this.cellWidth = cellWidth;
            this.another = another;
        }
    }

    /**
     * Wishes can come from now on.
     *
     * @param refused told why another pet cannot be shown
     * @param ready called on the thread that opened it
     */
    PetRefit(PetOpener opener, Consumer<Problem> notes, Consumer<String> refused, Runnable ready) {
        this.opener = opener;
        this.notes = notes;
        this.refused = refused;
        this.ready = ready;
    }

    /** Wishes for cells of that width, in physical pixels; an older wish that is not yet answered is forgotten. */
    public void wish(int cellWidth) {
        Wish last = wish.get();
        wish(new Wish(cellWidth, last != null && last.another));
    }

    /** As {@link #wish(int)}, of a pet that may be another than before. */
    public void renew(int cellWidth) {
        wish(new Wish(cellWidth, true));
    }

    private void wish(Wish next) {
        if (wish.getAndSet(next) == null) {
            worker.execute(this::answer);
        }
    }

    /** The pet as last wished for, once, when it is open; else null. */
    public @Nullable LoadedPet take() {
        return opened.get() == null ? null : opened.getAndSet(null);
    }

    private void answer() {
        Wish asked = wish.get();
        while (asked != null) {
            opened.set(open(asked));
            asked = wish.compareAndSet(asked, null) ? null : wish.get();
        }
        ready.run();
    }

    private @Nullable LoadedPet open(Wish asked) {
        try {
            return opener.open(asked.cellWidth);
        } catch (ProblemException | IOException e) {
            if (asked.another) {
                refused.accept(String.valueOf(e.getMessage()));
            } else {
                notes.accept(Problem.warning(
                        "pet",
                        "it cannot be made sharp at its new size (" + e.getMessage() + ")",
                        "look after the package and the cache folder"));
            }
        }
        return null;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
