package dev.perch.source;

import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Snapshots with the moments at which they are due: a recording, or the state of a file at moment 0. A value, free of
 * threads and clocks; {@link TimelineCursor} walks it.
 *
 * @param entries by time
 */
public record SnapshotTimeline(List<Entry> entries) {
    /** For how long the last state of a recording is shown before a loop begins again. */
    public static final long LOOP_REST_MILLIS = 2_000;

    /**
     * One snapshot.
     *
     * @param atMillis when it is due, from the start of the recording
     * @param source who sent it when it was recorded
     * @param session which session it is about; the snapshot's metadata say the same
     * @param snapshot what was said
     */
    public record Entry(long atMillis, SourceId source, SessionId session, RuntimeSnapshot snapshot) {}

    /**
     * What was read: all good lines, and a problem for each bad one, at most {@link #MOST_PROBLEMS}.
     *
     * @param timeline the good lines
     * @param problems in the order of the lines
     */
    public record Reading(SnapshotTimeline timeline, List<Problem> problems) {
        /** More problems of one file than this are not kept. */
        public static final int MOST_PROBLEMS = 100;

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** Sorts {@code entries} by time; those of one moment keep their order. */
    public SnapshotTimeline {
        entries = entries.stream()
                .sorted(Comparator.comparingLong(Entry::atMillis))
                .toList();
    }

    /** Reads a recording: a line of head, then a line for each snapshot. {@code where} names the place in problems. */
    public static Reading readRecording(InputStream in, String where) throws IOException {
        return new RecordingReader(where).read(in);
    }

    /** Reads the recording {@code file}; that it is missing or unreadable is a problem too. */
    public static Reading readRecording(Path file) {
        return readFile(file, SnapshotTimeline::readRecording);
    }

    /**
     * Reads what a file source would show of this input: one object, or lines of which the last of each session counts.
     * Everything is due at moment 0.
     */
    public static Reading readStates(InputStream in, String where) throws IOException {
        return new StatesReader(where).read(in);
    }

    /** Reads {@code file} as {@link #readStates(InputStream, String)}; that it is missing is a problem too. */
    public static Reading readStates(Path file) {
        return readFile(file, SnapshotTimeline::readStates);
    }

    /** When the last entry is due; 0 for an empty timeline. */
    public long endMillis() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).atMillis();
    }

    /** After how long a loop begins again. */
    public long loopMillis() {
        return endMillis() + LOOP_REST_MILLIS;
    }

    private interface Reader {
        Reading read(InputStream in, String where) throws IOException;
    }

    private static Reading readFile(Path file, Reader reader) {
        String where = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(in, where);
        } catch (IOException unreadable) {
            String what = Files.exists(file) ? "cannot be read" : "does not exist";
            return new Reading(new SnapshotTimeline(List.of()), List.of(Problem.error(where, what, "check the path")));
        }
    }
}
