package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The bundled recording ({@code demo}): a coding session of under a minute that visits every state. */
public final class DemoSession {
    /** The kind of the source that plays it. */
    public static final String ID = "demo";

    private static final String RESOURCE = "/assets/demo/session.jsonl";

    private DemoSession() {}

    /** Reads the recording from the class path. */
    public static SnapshotTimeline.Reading read() {
        try (InputStream in = DemoSession.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return SnapshotTimeline.readRecording(in, "demo session");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A source that plays it. */
    public static RuntimeSnapshotSource source(ReplaySnapshotSource.Pace pace, Clock clock) {
        return new ReplaySnapshotSource(ID, "demo session", read(), pace, clock);
    }

    /** Makes demo sources; {@code speed} and {@code loop} say how it is played, for ever unless told otherwise. */
    public record Factory(Clock clock) implements RuntimeSnapshotSourceFactory {
        @Override
        public String id() {
            return ID;
        }

        @Override
        public String displayName() {
            return "the bundled demo session";
        }

        @Override
        public RuntimeSnapshotSource create(Map<String, Object> options) {
            SourceOptions.bare(ID, options);
            return source(SourceOptions.pace(options, ReplaySnapshotSource.Pace.LOOP), clock);
        }
    }
}
