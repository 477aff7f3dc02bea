package dev.perch.runtime.plugin;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import dev.perch.bridge.CodexSource;
import dev.perch.source.BuiltInSources;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kinds of sources that Perch brings along, of all its rooms. */
public final class KnownSources {
    private KnownSources() {}

    /**
     * One factory a kind, for this user.
     *
     * @param in standard input
     */
    public static List<RuntimeSnapshotSourceFactory> factories(Clock clock, InputStream in) {
        List<RuntimeSnapshotSourceFactory> all = new ArrayList<>(BuiltInSources.factories(clock, in));
        all.add(new CodexSource.Factory(clock, System.getenv(), Path.of(System.getProperty("user.home"))));
        return all;
    }
}
