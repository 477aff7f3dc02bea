package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Snapshots of a recording ({@code replay:FILE}), each when its moment comes. Ends after the last one, or loops. */
public final class ReplaySnapshotSource implements RuntimeSnapshotSource {
    /** The kind of this source. */
    public static final String ID = "replay";

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final String id;
    private final String displayName;
    private final SnapshotTimeline.Reading reading;
    private final Pace pace;
    private final Clock clock;

    /**
     * How a recording is played.
     *
     * @param speed 1 as it was recorded, 2 twice as fast; from 0.01 to 1,000
     * @param loop whether it begins again after the end
     */
    public record Pace(double speed, boolean loop) {
        /** Once, as it was recorded. */
        public static final Pace ONCE = new Pace(1, false);

        /** Round and round, as it was recorded. */
        public static final Pace LOOP = new Pace(1, true);

        /** @throws IllegalArgumentException when the speed is out of its range */
        public Pace {
            if (!(speed >= 0.01 && speed <= 1_000)) {
                throw new IllegalArgumentException("speed: is not a number from 0.01 to 1000; give one.");
            }
        }
    }

    /** A source that plays {@code reading} from {@link #start} on; its problems are told first. */
    public ReplaySnapshotSource(
            String id, String displayName, SnapshotTimeline.Reading reading, Pace pace, Clock clock) {
        this.id = id;
        this.displayName = displayName;
        this.reading = reading;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public void start(RuntimeSnapshotEmitter emit) throws InterruptedException {
        reading.problems().forEach(emit::problem);
        TimelineCursor cursor = new TimelineCursor(reading.timeline(), pace.loop());
        long begin = clock.nanos();
        long next = cursor.nextMillis();
        while (next != Long.MAX_VALUE) {
            clock.awaitNanos(begin + (long) Math.ceil(next * NANOS_PER_MILLI / pace.speed()));
            long now = Math.max(next, (long) ((clock.nanos() - begin) * pace.speed() / NANOS_PER_MILLI));
            cursor.advance(now, entry -> emit.emit(entry.snapshot()));
            next = cursor.nextMillis();
        }
    }

    /** Makes replays; {@code target} is the recording, {@code speed} and {@code loop} say how it is played. */
    public record Factory(Clock clock) implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "a recording, played in real time";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            Path file = SourceOptions.path(ID, options);
            Pace pace = SourceOptions.pace(options, Pace.ONCE);
            SnapshotTimeline.Reading reading = SnapshotTimeline.readRecording(file);
            List<Problem> problems = reading.problems();
            if (reading.timeline().entries().isEmpty()) {
                throw new IllegalArgumentException(
                        problems.isEmpty()
                                ? file.getFileName() + ": holds no snapshot; record one with perch record."
                                : problems.get(0).sentence());
            }
            return new ReplaySnapshotSource(ID, "replay of " + file.getFileName(), reading, pace, clock);
        }
    }
}
