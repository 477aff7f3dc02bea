package dev.perch.source;

import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.util.function.Consumer;

/** Reads each line as a snapshot; blank lines are nothing. */
final class SnapshotLines implements LineCutter.Lines {
    private final String where;
    private final Consumer<RuntimeSnapshot> good;
    private final Consumer<Problem> bad;

    SnapshotLines(String where, Consumer<RuntimeSnapshot> good, Consumer<Problem> bad) {
        this.where = where;
        this.good = good;
        this.bad = bad;
    }

    @Override
    public void line(byte[] bytes, int from, int to, long number) {
        if (isBlank(bytes, from, to)) {
            return;
        }
        take(SnapshotJson.read(bytes, from, to, where(where, number)));
    }

    /** Reads all of {@code bytes} as one object, on however many lines. */
    void document(byte[] bytes) {
        take(SnapshotJson.read(bytes, 0, bytes.length, where));
    }

    private void take(SnapshotLine line) {
        if (line instanceof SnapshotLine.Good read) {
            good.accept(read.snapshot());
        } else if (line instanceof SnapshotLine.Bad refused) {
            bad.accept(refused.problem());
        }
    }

    @Override
    public void tooLong(long number) {
        bad.accept(BadLine.tooLong().at(where(where, number)));
    }

    static String where(String place, long line) {
        return place + " line " + line;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
