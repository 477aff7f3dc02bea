package dev.perch.bridge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An app-server of Perch's own, as a child process: one JSON object a line. It ends when its input does. */
final class StdioTransport implements Transport {
    private static final int CHUNK = 64 * 1024;
    private static final long ENDS_WITHIN_MILLIS = 2_000;

    private final Process child;
    private final InputStream in;
    private final OutputStream out;
    private final int limit;

    private StdioTransport(Process child, int limit) {
        this.child = child;
        this.limit = limit;
        in = new BufferedInputStream(child.getInputStream(), CHUNK);
        out = child.getOutputStream();
    }

    /**
     * Starts {@code program app-server}.
     *
     * @param environment added to Perch's own
     * @param folder where it runs; null: where Perch does
     * @throws NotStarted when it cannot be started
     */
    static StdioTransport start(
            String program, Map<String, String> environment, @Nullable Path folder, WireLimits limits)
            throws NotStarted {
        ProcessBuilder process = new ProcessBuilder(List.of(program, "app-server"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(folder == null ? null : folder.toFile());
        process.environment().putAll(environment);
        try {
            return new StdioTransport(process.start(), limits.messageBytes());
        } catch (IOException why) {
            throw new NotStarted(program, why);
        }
    }

    /** There is no such program, or it does not run. */
    static final class NotStarted extends IOException {
        private static final long serialVersionUID = 1;

        NotStarted(String program, IOException why) {
            super(program + " cannot be started", why);
        }
    }

    @Override
    public byte @Nullable [] receive() throws IOException {
        byte[] line = line();
        while (line != null && line.length == 0) {
            line = line();
        }
        return line;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            length++;
            if (length <= limit) {
                line.write(next);
            }
            next = in.read();
        }
        if (length > limit) {
            throw new Oversized(limit);
        }
        return next < 0 ? null : line.toByteArray(); // a line that the end cut off was never whole
    }

    @Override
    public void send(byte[] message) throws IOException {
        synchronized (out) {
            out.write(message);
            out.write('\n');
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException gone) {
            // it has ended already
        }
        try {
            if (!child.waitFor(ENDS_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
