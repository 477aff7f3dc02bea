package dev.perch.hooks;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Guesses from the logs that Codex and Claude Code write for themselves ({@code logs}): the last resort where neither app-server
 * nor hooks tell anything. Only what is written lately counts, and it counts for a minute.
 */
public final class LogSnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "logs";

    /** Between two looks at the logs that are being written. */
    static final long POLL_NANOS = Duration.ofSeconds(2).toNanos();

    private static final long SEARCH_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long LATELY_MS = Duration.ofMinutes(2).toMillis();
    private static final int MOST_LOGS = 32;

    private final List<LogFolder> folders;
    private final Clock clock;
    private final LongSupplier wallMs;
    private final Map<Path, Log> logs = new HashMap<>();
    private final Set<Path> complained = new HashSet<>();

    /** A log that is being written, and what is known of its session. */
    private static final class Log {
        private final LogFolder folder;
        private final LogTail tail;
        private @Nullable String cwd;

        private Log(LogFolder folder, Path file) {
            this.folder = folder;
            tail = new LogTail(file);
        }
    }

    private LogSnapshotSource(List<LogFolder> folders, Clock clock, LongSupplier wallMs) {
        this.folders = folders;
        this.clock = clock;
        this.wallMs = wallMs;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String displayName() {
        return "logs of agents, as guesses";
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        long search = clock.nanos();
        while (true) {
            long now = clock.nanos();
            if (now >= search) {
                search = now + SEARCH_NANOS;
                search();
            }
            logs.forEach((file, log) -> look(file, log, emit));
            clock.awaitNanos(now + POLL_NANOS);
        }
    }

    /** Which logs are being written. What is no longer is forgotten: should it go on, its end is read again. */
    private void search() {
        Map<Path, Log> lately = new HashMap<>();
        for (LogFolder folder : folders) {
            for (Path file : folder.writtenSince(wallMs.getAsLong() - LATELY_MS)) {
                if (lately.size() < MOST_LOGS) {
                    Log known = logs.get(file);
                    lately.put(file, known == null ? new Log(folder, file) : known);
                }
            }
        }
        logs.clear();
        logs.putAll(lately);
        complained.retainAll(logs.keySet());
    }

    private void look(Path file, Log log, RuntimeSnapshotEmitter emit) {
        RuntimeSnapshot[] last = new RuntimeSnapshot[1];
        try {
            log.tail.look((bytes, from, to) -> {
                try {
                    RuntimeSnapshot guess = guess(file, log, LogLine.read(log.folder.agent(), bytes, from, to));
                    last[0] = guess == null ? last[0] : guess;
                } catch (IOException noJson) {
                    complain(file, "has a line that is no JSON object, which was passed over", emit);
                }
            });
        } catch (ClosedByInterruptException | NoSuchFileException over) {
            return; // the source is stopped, or the log is gone
        } catch (IOException unread) {
            complain(file, "cannot be read (" + unread.getClass().getSimpleName() + ")", emit);
        }
        if (last[0] != null) {
            emit.emit(last[0]);
        }
    }

    private static @Nullable RuntimeSnapshot guess(Path file, Log log, LogLine line) {
        if (line.cwd() != null) {
            log.cwd = line.cwd();
        }
        if (line.meaning() == null) {
            return null;
        }
        HookAgent agent = log.folder.agent();
        String session = line.session() == null ? log.folder.session(file) : line.session();
        return HookSessions.guess(
                new HookEvent(agent, ID, session, log.cwd, line.tool(), "", null, null, false), line.meaning());
    }

    private void complain(Path file, String what, RuntimeSnapshotEmitter emit) {
        if (complained.add(file)) {
            emit.problem(Problem.warning(
                    String.valueOf(file.getFileName()), what, "nothing needs to be done; hooks tell more than logs"));
        }
    }

    /**
     * Makes the source of a user's logs.
     *
     * @param env environment variables, which may say where the agents keep their logs
     * @param wallMs the wall clock, milliseconds since 1970: files are dated by it
     */
    public record Factory(Map<String, String> env, Path home, Clock clock, LongSupplier wallMs)
            implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "guesses from the logs of Codex and Claude Code";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            if (options.containsKey("target")) {
                throw new IllegalArgumentException("--source logs: takes nothing after it; write logs alone.");
            }
            return new LogSnapshotSource(LogFolder.of(env, home), clock, wallMs);
        }
    }
}
