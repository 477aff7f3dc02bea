package dev.perch.source;

import dev.perch.model.Problem;
import dev.perch.model.StampedSnapshot;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes snapshots into a recording as they arrive, on a thread of its own. Each line is in the file as soon as no
 * further one waits. When the disk is slower than the snapshots, the oldest of those that wait are dropped and counted:
 * the last state is always told. Safe for threads.
 */
public final class RecordingWriter implements Consumer<StampedSnapshot>, AutoCloseable {
    /** Snapshots that wait for the disk. */
    static final int QUEUE = 1_024;

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** What waits for the disk; null inside is the end. */
    private record Waiting(SnapshotTimeline.@Nullable Entry entry) {}

    private final String where;
    private final Writer out;
    private final long startNanos;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private boolean closed;
    private volatile @Nullable Problem problem;

    private RecordingWriter(String where, Writer out, long startNanos) {
        this.where = where;
        this.out = out;
        this.startNanos = startNanos;
        this.thread = new Thread(this::writeAll, "perch-recording");
        this.thread.setDaemon(true);
    }

    /**
     * Begins a recording in a new file that only its owner may read.
     *
     * @param startNanos the moment of the runtime's clock that is 0 in the recording
     * @throws IOException when the file exists already or cannot be made
     */
    public static RecordingWriter create(Path file, long startNanos) throws IOException {
        Writer out = new BufferedWriter(Channels.newWriter(
                Files.newByteChannel(
                        file,
                        Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        owners(file)),
                StandardCharsets.UTF_8));
        out.write(RecordingFormat.HEAD);
        out.write('\n');
        out.flush();
        RecordingWriter writer = new RecordingWriter(String.valueOf(file.getFileName()), out, startNanos);
        writer.thread.start();
        return writer;
    }

    private static FileAttribute<?>[] owners(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes a snapshot. Returns at once; after {@link #close} it does nothing. */
    @Override
    public synchronized void accept(StampedSnapshot stamped) {
        if (closed || problem != null) {
            return;
        }
        long at = Math.max(0, (stamped.arrivedNanos() - startNanos) / NANOS_PER_MILLI);
        Waiting next =
                new Waiting(new SnapshotTimeline.Entry(at, stamped.source(), stamped.session(), stamped.snapshot()));
        while (!queue.offer(next)) {
            if (queue.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    /** Snapshots in the file. */
    public long written() {
        return written.get();
    }

    /** Snapshots that are not in the file because the disk was too slow. */
    public long dropped() {
        return dropped.get();
    }

    /** Why the recording ended early; null while all is well. */
    public @Nullable Problem problem() {
        return problem;
    }

    /** What the file lacks, in words for the user; to be read after {@link #close}. */
    public List<Problem> losses() {
        List<Problem> losses = new ArrayList<>();
        Problem early = problem;
        if (early != null) {
            losses.add(early);
        }
        if (dropped.get() > 0) {
            losses.add(Problem.warning(
                    where,
                    "the disk was too slow for " + dropped.get() + " snapshots, which are not in the recording",
                    "record to a faster disk"));
        }
        return losses;
    }

    /** Writes what waits and closes the file; waits for the disk at most five seconds. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            if (queue.offer(new Waiting(null), CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.join(CLOSE_LIMIT.toMillis());
            }
            if (thread.isAlive() && problem == null) {
                problem = Problem.error(where, "the disk did not take all of it in time", "record to a faster disk");
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll() {
        try (Writer lines = out) {
            SnapshotTimeline.Entry entry = queue.take().entry();
            while (entry != null) {
                lines.write(RecordingFormat.writeEntry(entry));
                lines.write('\n');
                if (queue.isEmpty()) {
                    lines.flush();
                }
                written.incrementAndGet();
                entry = queue.take().entry();
            }
        } catch (IOException full) {
            problem = Problem.error(where, "cannot be written any further", "make room on the disk and record again");
            queue.clear();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
