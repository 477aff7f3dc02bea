package dev.perch.files;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A small file with what Perch remembers of one kind. It is written on a thread of its own, {@value #QUIET_MILLIS} ms after a
 * change, so that a hand that goes on costs few writes, and at the end. A broken one is kept aside at the start. Safe for
 * threads.
 *
 * @param <T> a value that does not change
 */
public final class KeptFile<T> implements AutoCloseable {
    private static final int QUIET_MILLIS = 250;

    private final AtomicFile file;
    private final Form<T> form;
    private final Consumer<Problem> notes;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService writer;
    private volatile T value;
    private boolean told;

    /**
     * How a value is written.
     *
     * @param name of the file
     * @param what is in it, as the user calls it: several of something
     * @param mostBytes how many there may be
     * @param nothing what is remembered at first
     */
    public record Form<T>(
            String name, String what, int mostBytes, T nothing, Function<T, byte[]> writer, Reader<T> reader) {}

    /** Reads a value. */
    public interface Reader<T> {
        /** Reads one. @throws IOException when the bytes are none */
        T read(byte[] bytes) throws IOException;
    }

    /**
     * Reads the file of that form in a folder; none of both need exist. Blocks.
     *
     * @param notes told of a broken file, and once of one that cannot be written; on any thread
     */
    public KeptFile(Path folder, Form<T> form, Consumer<Problem> notes) {
        file = new AtomicFile(folder.resolve(form.name()), true);
        this.form = form;
        this.notes = notes;
        writer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "perch-keeps-" + form.name());
            thread.setDaemon(true);
            return thread;
        });
        value = read();
    }

    private T read() {
        try {
            return form.reader().read(file.read(form.mostBytes()));
        } catch (NoSuchFileException none) {
            return form.nothing();
        } catch (IOException unread) {
            notes.accept(Problem.warning(
                    file.path().toString(), form.what() + " cannot be read from it, and are forgotten", keptAside()));
            return form.nothing();
        }
    }

    private String keptAside() {
        try {
            if (Files.isRegularFile(file.path())) {
                return "look at " + CorruptFiles.keepAside(file.path()).getFileName() + ", as which it is kept";
            }
        } catch (IOException unmoved) {
            // it is still there
        }
        return "look at it, or remove it";
    }

    /** What is remembered. */
    public T value() {
        return value;
    }

    /** Remembers that from now on, and writes it soon. For one thread. */
    public void keep(T next) {
        if (!next.equals(value)) {
            value = next;
            if (pending.compareAndSet(false, true)) {
                ScheduledFuture<?> unused = writer.schedule(this::write, QUIET_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private synchronized void write() {
        if (pending.getAndSet(false)) {
            try {
                file.write(form.writer().apply(value));
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
                    form.what() + " cannot be written (" + fault + ")",
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
