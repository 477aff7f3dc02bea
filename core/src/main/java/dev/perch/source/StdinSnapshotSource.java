package dev.perch.source;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Snapshots from a stream ({@code stdin}), one JSON object a line. Ends with the stream. A read of standard input
 * cannot be interrupted, so it happens on a daemon thread that {@link #start} can leave behind.
 */
public final class StdinSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "stdin";

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private volatile boolean stopped;

    /** A source that reads {@code in} from {@link #start} on, and does not close it. */
    public StdinSnapshotSource(InputStream in) {
        this.in = in;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "standard input";
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        Thread reader = new Thread(() -> readAll(emit), "perch-stdin");
        reader.setDaemon(true);
        reader.start();
        try {
            reader.join();
        } finally {
            stopped = true;
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private void readAll(RuntimeSnapshotEmitter emit) {
        SnapshotLines lines = new SnapshotLines(ID, emit::emit, emit::problem);
        LineCutter cutter = new LineCutter(SnapshotLimits.LOCAL.lineBytes(), 1, lines);
        byte[] bytes = new byte[CHUNK];
        try {
            int got = in.read(bytes);
            while (got >= 0 && !stopped) {
                cutter.feed(bytes, 0, got);
                got = in.read(bytes);
            }
            if (!stopped) {
                cutter.finish();
            }
        } catch (IOException broken) {
            if (!stopped) {
                emit.problem(Problem.error(ID, "broke off", "start the writer and Perch again"));
            }
        }
    }

    /** Makes sources of one stream; it can be read only once. */
    public record Factory(InputStream in) implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "JSON lines from standard input";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            SourceOptions.bare(ID, options);
            return new StdinSnapshotSource(in);
        }
    }
}
