package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.io.InputStream;
import java.util.List;

/** The sources that Perch brings along. */
public final class BuiltInSources {
    private BuiltInSources() {}

    /**
     * The factories of {@code demo}, {@code file}, {@code http}, {@code replay}, {@code stdin} and {@code websocket}.
     *
     * @param in standard input
     */
    public static List<RuntimeSnapshotSourceFactory> factories(Clock clock, InputStream in) {
        return List.of(
                new DemoSession.Factory(clock),
                new FileSnapshotSource.Factory(clock),
                WebFactory.http(clock),
                new ReplaySnapshotSource.Factory(clock),
                new StdinSnapshotSource.Factory(in),
                WebFactory.webSocket(clock));
    }
}
