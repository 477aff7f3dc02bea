package dev.perch.source;

import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads the states that a file or a stream holds: one object, or the last line of each session. */
final class StatesReader {
    private static final SourceId SOURCE = new SourceId(FileSnapshotSource.ID);

    private final String where;
    private final ProblemList problems = new ProblemList();
    private final LatestStates latest = new LatestStates();
    private final SnapshotLines lines;

    StatesReader(String where) {
        this.where = where;
        this.lines = new SnapshotLines(where, latest, problems);
    }

    SnapshotTimeline.Reading read(InputStream in) throws IOException {
        int document = SnapshotLimits.LOCAL.lineBytes();
        byte[] first = in.readNBytes(document);
        byte[] more = in.readNBytes(1);
        if (more.length == 0 && JsonShape.of(first) == JsonShape.ONE_OBJECT) {
            lines.document(first);
        } else {
            InputStream begin =
                    new SequenceInputStream(new ByteArrayInputStream(first), new ByteArrayInputStream(more));
            new LineCutter(document, 1, lines).feedAll(new SequenceInputStream(begin, in), Long.MAX_VALUE);
        }
        List<SnapshotTimeline.Entry> entries = new ArrayList<>();
        latest.drainTo(snapshot -> entries.add(entry(snapshot)));
        if (entries.isEmpty() && problems.toList().isEmpty()) {
            problems.accept(Problem.error(where, "holds no snapshot", "write one JSON object, or one a line"));
        }
        return new SnapshotTimeline.Reading(new SnapshotTimeline(entries), problems.toList());
    }

    private static SnapshotTimeline.Entry entry(RuntimeSnapshot snapshot) {
        return new SnapshotTimeline.Entry(0, SOURCE, snapshot.session(), snapshot);
    }
}
