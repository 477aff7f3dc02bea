package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Follows one file: each look hands over what is new in it. A small file that holds one object, on however many lines,
 * is a state that its writer replaces; anything else is a log that grows. What stood in a log before the first look, or
 * before the log was replaced, counts only by the last line of each session. Not safe for threads.
 */
final class FileTail implements LineCutter.Lines {
    /** How long an object that stops in the middle may be its writer's half-done work. */
    static final long SETTLE_NANOS = Duration.ofMillis(500).toNanos();

    /** Of a longer log only so much is read when it is opened: a session that last wrote before that is unknown until it does. */
    static final long BACKLOG_BYTES = 4L << 20;

    private static final int CHUNK = 64 * 1024;
    private static final long NEVER = Long.MIN_VALUE;

    /** What tells one writing of a file from the next. */
    private record Stamp(
            long size, FileTime modified, @Nullable Object key) {}

    private final Path path;
    private final String where;
    private final Clock clock;
    private final RuntimeSnapshotEmitter out;
    private final SnapshotLines lines;
    private final LatestStates backlog = new LatestStates();

    private @Nullable Stamp seen;
    private boolean settled;
    private boolean found;
    private @Nullable Problem told;

    private ReadMark mark = ReadMark.START;
    private LineCutter cutter = cutter(1);
    private boolean document;
    private boolean inBacklog = true;
    private long skipTo;
    private long unfinishedSince = NEVER;

    FileTail(Path path, Clock clock, RuntimeSnapshotEmitter out) {
        this.path = path;
        this.where = String.valueOf(path.getFileName());
        this.clock = clock;
        this.out = out;
        this.lines = new SnapshotLines(where, this::take, out::problem);
    }

    /**
     * Reads what is new.
     *
     * @param hinted whether something was heard of the file; if not, a file that looks untouched is not opened
     */
    void look(boolean hinted) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                tell(Problem.error(where, "is not a regular file", "name a file, or use stdin for a stream"));
                return;
            }
            Stamp stamp = new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
            if (hinted || !settled || !stamp.equals(seen)) {
                read(stamp);
            }
        } catch (NoSuchFileException missing) {
            startOver();
            seen = null;
            if (!found) {
                tell(Problem.warning(where, "does not exist yet", "it is read as soon as it is there"));
            }
        } catch (ClosedByInterruptException stopped) {
            // The interrupt of the thread stays set and ends the source.
            settled = false;
        } catch (IOException unreadable) {
            tell(Problem.error(where, "cannot be read", "check that you may read it"));
        }
    }

    @Override
    public void line(byte[] bytes, int from, int to, long number) {
        if (mark.offset() >= skipTo) {
            lines.line(bytes, from, to, number);
        }
    }

    @Override
    public void tooLong(long number) {
        if (mark.offset() >= skipTo) {
            lines.tooLong(number);
        }
    }

    private void read(Stamp stamp) throws IOException {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            found = true;
            boolean written = !stamp.equals(seen);
            // A time stamp is coarse: only a second look without news may trust it.
            settled = !written;
            seen = stamp;
            long size = file.size();
            boolean saidAgain = document && written && size == mark.offset();
            if (saidAgain || !mark.holdsIn(file)) {
                startOver();
            }
            if (size > mark.offset() && !readDocument(file, size)) {
                readLines(file, size);
            }
        }
    }

    private void startOver() {
        mark = ReadMark.START;
        cutter = cutter(1);
        document = false;
        inBacklog = true;
        unfinishedSince = NEVER;
    }

    /** Whether a file that was not read before is one object, or may yet become one; if it is, it is handed over. */
    private boolean readDocument(SeekableByteChannel file, long size) throws IOException {
        if (mark.offset() > 0 || size > SnapshotLimits.LOCAL.lineBytes()) {
            return false;
        }
        byte[] bytes = ReadMark.read(file, 0, (int) size);
        JsonShape shape = JsonShape.of(bytes);
        if (shape == JsonShape.UNFINISHED) {
            return isHalfDone();
        }
        if (shape == JsonShape.OTHER) {
            return false;
        }
        document = true;
        inBacklog = false;
        unfinishedSince = NEVER;
        mark = ReadMark.START.plus(bytes);
        cutter = cutter(1 + lineFeeds(bytes));
        lines.document(bytes);
        return true;
    }

    private boolean isHalfDone() {
        long now = clock.nanos();
        if (unfinishedSince == NEVER) {
            unfinishedSince = now;
        }
        settled = false;
        return now - unfinishedSince < SETTLE_NANOS;
    }

    private void readLines(SeekableByteChannel file, long size) throws IOException {
        document = false;
        skipTo = inBacklog ? size - BACKLOG_BYTES : 0;
        byte[] chunk = next(file, size);
        while (chunk.length > 0) {
            mark = mark.plus(chunk);
            cutter.feed(chunk, 0, chunk.length);
            chunk = next(file, size);
        }
        readRest();
        backlog.drainTo(out::emit);
        inBacklog = false;
    }

    private byte[] next(SeekableByteChannel file, long size) throws IOException {
        return ReadMark.read(file, mark.offset(), (int) Math.min(CHUNK, size - mark.offset()));
    }

    /** A last line without its line feed counts as soon as it is a whole snapshot. */
    private void readRest() {
        byte[] rest = cutter.rest();
        if (SnapshotJson.read(rest, 0, rest.length, where) instanceof SnapshotLine.Good whole) {
            cutter.dropRest();
            take(whole.snapshot());
        }
    }

    private void take(RuntimeSnapshot snapshot) {
        if (inBacklog) {
            backlog.accept(snapshot);
        } else {
            out.emit(snapshot);
        }
    }

    private void tell(Problem problem) {
        if (!problem.equals(told)) {
            told = problem;
            out.problem(problem);
        }
    }

    private LineCutter cutter(long firstNumber) {
        return new LineCutter(SnapshotLimits.LOCAL.lineBytes(), firstNumber, this);
    }

    private static long lineFeeds(byte[] bytes) {
        long count = 0;
        for (byte b : bytes) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
