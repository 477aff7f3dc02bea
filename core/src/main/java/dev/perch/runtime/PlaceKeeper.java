package dev.perch.runtime;

import dev.perch.files.AtomicFile;
import dev.perch.model.Problem;
import dev.perch.place.PlaceJson;
import dev.perch.place.PlaceMemory;
import dev.perch.place.RememberedPlace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Keeps what is remembered of the pet's places in a file. The file is written on a thread of its own, {@value #QUIET_MILLIS}
 * ms after a change, so that a hand that moves the pet about costs few writes, and at the end. Safe for threads.
 */
public final class PlaceKeeper implements AutoCloseable {
    /** Name of the file in {@link PerchFolders#state}. */
    public static final String FILE = "state.json";

    private static final int QUIET_MILLIS = 250;

    private final AtomicFile file;
    private final Consumer<Problem> notes;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "perch-places");
        thread.setDaemon(true);
        return thread;
    });
    private volatile PlaceMemory memory;
    private boolean told;

    /**
     * Reads the file; one that is missing or broken counts as empty. Blocks.
     *
     * @param notes told of a broken file, and once of one that cannot be written
     */
    public PlaceKeeper(Path path, Consumer<Problem> notes) {
        file = new AtomicFile(path, true);
        this.notes = notes;
        memory = read();
    }

    private PlaceMemory read() {
        try {
            return PlaceJson.read(file.read(PlaceJson.MOST_BYTES));
        } catch (NoSuchFileException e) {
            return PlaceMemory.NONE;
        } catch (IOException e) {
            notes.accept(Problem.warning(
                    file.path().toString(),
                    "the places of the pet cannot be read from it",
                    "put the pet where you like it, and it is written anew"));
            return PlaceMemory.NONE;
        }
    }

    /** What is remembered. */
    public PlaceMemory memory() {
        return memory;
    }

    /** Remembers a place from now on, and writes it soon. For one thread. */
    public void remember(RememberedPlace place) {
        PlaceMemory more = memory.with(place);
        if (!more.equals(memory)) {
            memory = more;
            if (pending.compareAndSet(false, true)) {
                ScheduledFuture<?> unused = writer.schedule(this::write, QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private synchronized void write() {
        if (pending.getAndSet(false)) {
            try {
                file.write(PlaceJson.write(memory));
            } catch (IOException e) {
                tell(e);
            }
        }
    }

    private void tell(IOException fault) {
        if (!told) {
            told = true;
            notes.accept(Problem.warning(
                    file.path().toString(),
                    "the place of the pet cannot be written (" + fault + ")",
                    "make room there, or give Perch the right to write"));
        }
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        writer.shutdownNow();
        write();
    }
}
