package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.source.SnapshotCheck;
import dev.perch.text.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One source under the host's care: its thread, its gate, its counts. What comes through the gate is stamped. */
final class HostedSource implements RuntimeSnapshotEmitter {
    private static final int TOLD_POINTS = 200;

    private final SourceId id;
    private final SourceRank rank;
    private final RuntimeSnapshotSource source;
    private final String displayName;
    private final Clock clock;
    private final Consumer<StampedSnapshot> sink;
    private final Runnable changed;
    private final Thread thread;

    private final Deque<Problem> lastProblems = new ArrayDeque<>();
    private SourceStatus.Phase phase = SourceStatus.Phase.RUNNING;
    private long sequence;
    private long snapshots;
    private long problems;

    /** @param sequence of the last snapshot that an earlier source of this name sent */
    HostedSource(SourceHost.Place place, SourceId id, SourceRank rank, RuntimeSnapshotSource source, long sequence) {
        this.id = id;
        this.rank = rank;
        this.source = source;
        this.displayName = VisibleText.shown(source.displayName(), TOLD_POINTS);
        this.clock = place.clock();
        this.sink = place.sink();
        this.changed = place.changed();
        this.sequence = sequence;
        this.thread = new Thread(this::run, "perch-source-" + id);
        this.thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    @Override
    public void emit(RuntimeSnapshot snapshot) {
        Problem refusal = SnapshotCheck.problem(snapshot, id.id());
        if (refusal != null) {
            problem(refusal);
            return;
        }
        warnOfTtl(snapshot);
        synchronized (this) {
            if (phase == SourceStatus.Phase.RUNNING) {
                snapshots++;
                sequence++;
                sink.accept(stamped(snapshot));
            }
        }
    }

    private StampedSnapshot stamped(RuntimeSnapshot snapshot) {
        return new StampedSnapshot(
                id, rank, snapshot.session(), sequence, clock.nanos(), snapshot.ttlNanos(), snapshot);
    }

    @Override
    public void problem(Problem problem) {
        synchronized (this) {
            if (phase != SourceStatus.Phase.RUNNING) {
                return;
            }
            note(problem);
        }
        changed.run();
    }

    private void note(Problem problem) {
        problems++;
        if (lastProblems.size() == SourceStatus.KEPT) {
            lastProblems.removeFirst();
        }
        lastProblems.addLast(problem);
    }

    private void warnOfTtl(RuntimeSnapshot snapshot) {
        if (snapshot.metadata().containsKey(RuntimeSnapshot.TTL_MS) && snapshot.ttlNanos() == Long.MAX_VALUE) {
            problem(Problem.warning(
                    id.id(),
                    "metadata.ttlMs is not a whole number from " + RuntimeSnapshot.LEAST_TTL_MS + " to "
                            + RuntimeSnapshot.MOST_TTL_MS + ", so the snapshot holds as any other",
                    "give one in that range, or none"));
        }
    }

    private void run() {
        try {
            source.start(this);
            end(SourceStatus.Phase.ENDED, null);
        } catch (InterruptedException stopped) {
            end(SourceStatus.Phase.ENDED, null);
        } catch (Throwable fault) { // a plugin's: whatever it is, it ends this source and nothing else
            end(SourceStatus.Phase.FAILED, faultOf(fault));
        }
    }

    private Problem faultOf(Throwable fault) {
        String message = fault.getMessage() == null ? "" : ": " + VisibleText.shown(fault.getMessage(), TOLD_POINTS);
        return Problem.error(
                id.id(),
                "ended by a fault of its own (" + fault.getClass().getSimpleName() + message + ")",
                "start it again, or tell its maker");
    }

    private void end(SourceStatus.Phase next, @Nullable Problem why) {
        synchronized (this) {
            if (phase != SourceStatus.Phase.RUNNING) {
                return;
            }
            if (why != null) {
                note(why);
            }
            phase = next;
        }
        changed.run();
    }

    /** Closes the gate, then asks the source to end. Once this returns nothing more comes through. */
    void stop() {
        end(SourceStatus.Phase.STOPPED, null);
        Thread asking = new Thread(source::stop, "perch-stop-" + id);
        asking.setDaemon(true);
        asking.setUncaughtExceptionHandler((thread, fault) -> {}); // its gate is closed: nothing depends on it
        asking.start();
        thread.interrupt();
    }

    /** Waits for the source's thread, at most {@code millis}. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    synchronized boolean isRunning() {
        return phase == SourceStatus.Phase.RUNNING;
    }

    synchronized long sequence() {
        return sequence;
    }

    synchronized SourceStatus status() {
        return new SourceStatus(id, displayName, rank, phase, snapshots, problems, List.copyOf(lastProblems));
    }
}
