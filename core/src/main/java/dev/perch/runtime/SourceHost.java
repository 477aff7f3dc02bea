package dev.perch.runtime;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs snapshot sources, each on a daemon thread of its own. Holds every snapshot against the limits, stamps it with
 * source, rank, session, sequence, arrival and time to live, and hands it on; counts what is refused. A source that
 * throws ends with a problem and harms nothing else. Safe for threads.
 */
public final class SourceHost implements AutoCloseable {
    /** For how long a stop waits for the threads of sources. One that hangs is left behind with its gate closed. */
    static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    private static final int LONGEST_NAME = 48; // leaves room for a number

    /** What a source's snapshots and news are handed to. */
    record Place(Clock clock, Consumer<StampedSnapshot> sink, Runnable changed) {}

    private final Place place;
    private final Runnable news;
    private final AtomicBoolean told = new AtomicBoolean();
    private final Map<SourceId, HostedSource> sources = new LinkedHashMap<>();
    private volatile Consumer<? super StampedSnapshot> tap = snapshot -> {};
    private boolean closed;

    /**
     * A host with no sources.
     *
     * @param sink takes each stamped snapshot on its source's thread, such as {@link Inbox#offerSnapshot}; it must
     *     return at once
     * @param news called when {@link #statuses} changed in more than its counts of snapshots: a problem, an end. Once,
     *     until they are read; on the source's thread; it must return at once
     */
    public SourceHost(Clock clock, Consumer<? super StampedSnapshot> sink, Runnable news) {
        this.news = news;
        this.place = new Place(
                clock,
                snapshot -> {
                    tap.accept(snapshot);
                    sink.accept(snapshot);
                },
                this::tell);
    }

    /** Hands each snapshot to {@code recorder} too, from now on; it must return at once. */
    public void tap(Consumer<? super StampedSnapshot> recorder) {
        tap = recorder;
    }

    /**
     * Starts a source under a name made from {@link RuntimeSnapshotSource#id}: {@code file}, {@code file-2} and so on.
     *
     * @return the name
     */
    public SourceId start(SourceRank rank, RuntimeSnapshotSource source) {
        synchronized (sources) {
            SourceId id = freeId(source.id());
            start(id, rank, source);
            return id;
        }
    }

    /**
     * Starts a source under a given name. When a source of that name has ended, this one goes on with its sequence.
     *
     * @throws IllegalArgumentException when a source of that name is running
     * @throws IllegalStateException after {@link #close}
     */
    public void start(SourceId id, SourceRank rank, RuntimeSnapshotSource source) {
        synchronized (sources) {
            if (closed) {
                throw new IllegalStateException("the host is closed");
            }
            HostedSource former = sources.get(id);
            if (former != null && former.isRunning()) {
                throw new IllegalArgumentException("a source " + id + " is running already");
            }
            HostedSource hosted = new HostedSource(place, id, rank, source, former == null ? 0 : former.sequence());
            sources.put(id, hosted);
            hosted.begin();
        }
    }

    /** Stops one source: when this returns, nothing of it comes through any more. Nothing happens to an unknown one. */
    public void stop(SourceId id) {
        HostedSource hosted;
        synchronized (sources) {
            hosted = sources.get(id);
        }
        if (hosted != null) {
            stopAll(List.of(hosted));
        }
    }

    /** Stops all sources, and starts no more. */
    @Override
    public void close() {
        List<HostedSource> all;
        synchronized (sources) {
            closed = true;
            all = new ArrayList<>(sources.values());
        }
        stopAll(all);
    }

    /** How all sources are doing, in the order of their start. */
    public List<SourceStatus> statuses() {
        told.set(false);
        synchronized (sources) {
            return sources.values().stream().map(HostedSource::status).toList();
        }
    }

    private void tell() {
        if (!told.get() && told.compareAndSet(false, true)) {
            news.run();
        }
    }

    private static void stopAll(List<HostedSource> all) {
        all.forEach(HostedSource::stop);
        try {
            for (HostedSource hosted : all) {
                hosted.join(STOP_LIMIT.toMillis() / all.size());
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private SourceId freeId(String wanted) {
        String name = wanted.length() <= LONGEST_NAME && SessionId.isId(wanted) ? wanted : "source";
        SourceId first = new SourceId(name);
        SourceId id = first;
        for (int count = 2; sources.containsKey(id); count++) {
            id = new SourceId(first + "-" + count);
        }
        return id;
    }
}
