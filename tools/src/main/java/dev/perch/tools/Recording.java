package dev.perch.tools;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.runtime.ProblemTelling;
import dev.perch.runtime.SourceHost;
import dev.perch.runtime.SourceStatus;
import dev.perch.runtime.plugin.DefaultPlugin;
import dev.perch.source.RecordingWriter;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sources that are written to a recording until they have ended, the time is over, or somebody ends it. */
final class Recording implements AutoCloseable {
    private final Clock clock;
    private final ProblemTelling telling;
    private final Semaphore news = new Semaphore(0);
    private final SourceHost host;
    private volatile boolean ending;

    Recording(Clock clock, RecordingWriter writer, ProblemTelling telling) {
        this.clock = clock;
        this.telling = telling;
        host = new SourceHost(clock, writer, news::release);
    }

    /** Ends it soon. Any thread. */
    void end() {
        ending = true;
        news.release();
    }

    /**
     * Records.
     *
     * @param nanos for so long at most
     */
    void run(List<RuntimeSnapshotSource> sources, long nanos) throws InterruptedException {
        long start = clock.nanos();
        sources.forEach(source -> host.start(DefaultPlugin.rank(source.id()), source));
        long left = nanos;
        while (isRunning() && left > 0) {
            if (news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
            left = nanos - (clock.nanos() - start);
        }
    }

    private boolean isRunning() {
        List<SourceStatus> statuses = host.statuses();
        telling.tell(statuses, clock.nanos());
        return !ending && statuses.stream().anyMatch(status -> status.phase() == SourceStatus.Phase.RUNNING);
    }

    @Override
    public void close() {
        host.close();
        telling.tell(host.statuses(), clock.nanos());
        telling.finish();
    }
}
