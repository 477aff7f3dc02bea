package dev.perch.source;

import dev.perch.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole recording. */
final class RecordingReader implements LineCutter.Lines {
    /** Of a longer recording the rest is left out. */
    static final long MOST_BYTES = 64L << 20;

    /** Of a recording with more snapshots the rest is left out: a day of one a second. */
    static final int MOST_ENTRIES = 100_000;

    private enum Progress {
        HEAD,
        ENTRIES,
        FULL,
        REFUSED
    }

    private final String where;
    private final List<SnapshotTimeline.Entry> entries = new ArrayList<>();
    private final ProblemList problems = new ProblemList();
    private Progress progress = Progress.HEAD;

    RecordingReader(String where) {
        this.where = where;
    }

    SnapshotTimeline.Reading read(InputStream in) throws IOException {
        LineCutter cutter = new LineCutter(SnapshotLimits.LOCAL.lineBytes(), 1, this);
        boolean whole = cutter.feedAll(in, MOST_BYTES);
        if (!whole || progress == Progress.FULL) {
            problems.accept(Problem.warning(where, "is too long, its end is left out", "record a shorter one"));
        }
        if (progress == Progress.HEAD) {
            problems.accept(Problem.error(where, "is empty", "begin the file with " + RecordingFormat.HEAD));
        }
        return new SnapshotTimeline.Reading(new SnapshotTimeline(entries), problems.toList());
    }

    @Override
    public void line(byte[] bytes, int from, int to, long number) {
        if (SnapshotLines.isBlank(bytes, from, to)) {
            return;
        }
        try {
            if (progress == Progress.HEAD) {
                progress = Progress.REFUSED;
                RecordingFormat.readHead(bytes, from, to);
                progress = Progress.ENTRIES;
            } else if (progress == Progress.ENTRIES) {
                readEntry(bytes, from, to);
            }
        } catch (BadLine bad) {
            problems.accept(bad.at(SnapshotLines.where(where, number)));
        }
    }

    private void readEntry(byte[] bytes, int from, int to) throws BadLine {
        if (entries.size() == MOST_ENTRIES) {
            progress = Progress.FULL;
        } else {
            entries.add(RecordingFormat.readEntry(bytes, from, to));
        }
    }

    @Override
    public void tooLong(long number) {
        if (progress == Progress.HEAD) {
            progress = Progress.REFUSED;
        }
        problems.accept(BadLine.tooLong().at(SnapshotLines.where(where, number)));
    }
}
