package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.files.DirectoryWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Snapshots from a file ({@code file:PATH}): one JSON object that its writer replaces, or one object a line that is
 * appended. The file may be missing, truncated, rotated or deleted at any time. It is watched, and looked at once a
 * second besides, since network file systems tell no watcher. Of a log, only the last line of each session counts at
 * the start; a document that is written again with the same content is told again, so that its time to live starts
 * anew.
 */
public final class FileSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "file";

    /** Between two looks where no watch tells of changes. */
    static final long POLL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Path path;
    private final Clock clock;

    /** A source that reads {@code path} from {@link #start} on. */
    public FileSnapshotSource(Path path, Clock clock) {
        this.path = path.toAbsolutePath();
        this.clock = clock;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "file " + path.getFileName();
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        FileTail tail = new FileTail(path, clock, emit);
        Object turn = new Object();
        Runnable hinted = () -> {
            synchronized (turn) {
                tail.look(true);
            }
        };
        try (DirectoryWatch watch = new DirectoryWatch(path, hinted)) {
            while (true) {
                watch.ensure();
                synchronized (turn) {
                    tail.look(false);
                }
                clock.awaitNanos(clock.nanos() + POLL_NANOS);
            }
        }
    }

    /** Makes file sources; the option {@code target} is the path. */
    public record Factory(Clock clock) implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "a JSON file, or JSON lines that are appended";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            return new FileSnapshotSource(SourceOptions.path(ID, options), clock);
        }
    }
}
