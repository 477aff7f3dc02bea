package dev.perch.source;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a source says. */
public final class Heard implements RuntimeSnapshotEmitter {
    private static final long LIMIT_SECONDS = 30;

    private final BlockingQueue<RuntimeSnapshot> snapshots = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();

    @Override
    public void emit(RuntimeSnapshot snapshot) {
        snapshots.add(snapshot);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** The next snapshot's title; waits for it. */
    public String nextTitle() throws InterruptedException {
        RuntimeSnapshot snapshot = snapshots.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (snapshot == null) {
            throw new AssertionError("nothing was heard, but " + problems);
        }
        return snapshot.title();
    }

    /** The next problem; waits for it. */
    public Problem nextProblem() throws InterruptedException {
        Problem problem = problems.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        if (problem == null) {
            throw new AssertionError("no problem was heard");
        }
        return problem;
    }

    /** Waits until a snapshot of that title comes; those before it are dropped. */
    public void awaitTitle(String title) throws InterruptedException {
        String heard = nextTitle();
        while (!heard.equals(title)) {
            heard = nextTitle();
        }
    }

    /** The snapshots heard since the last call. */
    public List<RuntimeSnapshot> snapshots() {
        List<RuntimeSnapshot> all = new ArrayList<>();
        snapshots.drainTo(all);
        return all;
    }

    /** The titles heard since the last call. */
    public List<String> titles() {
        return snapshots().stream().map(RuntimeSnapshot::title).toList();
    }

    /** The sentences of the problems heard since the last call. */
    public List<String> sentences() {
        List<Problem> all = new ArrayList<>();
        problems.drainTo(all);
        return all.stream().map(Problem::sentence).toList();
    }
}
