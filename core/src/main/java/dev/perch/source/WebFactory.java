package dev.perch.source;

import dev.perch.api.Clock;
import dev.perch.api.RuntimeSnapshotSource;
import dev.perch.api.RuntimeSnapshotSourceFactory;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes sources that are clients of a server; the option {@code target} is the URL.
 *
 * @param id the kind
 * @param displayName what it makes
 * @param schemes that the URL may have
 * @param source makes one of a URL that was looked at
 */
record WebFactory(String id, String displayName, Set<String> schemes, Function<URI, RuntimeSnapshotSource> source)
        implements RuntimeSnapshotSourceFactory {

    static WebFactory http(Clock clock) {
        return new WebFactory(
                HttpSnapshotSource.ID,
                "a web server, asked again and again or followed as a stream of events",
                Set.of("http", "https"),
                uri -> new HttpSnapshotSource(uri, clock));
    }

    static WebFactory webSocket(Clock clock) {
        return new WebFactory(
                WebSocketSnapshotSource.ID,
                "a WebSocket",
                Set.of("ws", "wss"),
                uri -> new WebSocketSnapshotSource(uri, clock));
    }

    @Override
    public RuntimeSnapshotSource create(Map<String, Object> options) {
        return source.apply(WebAddress.of(id, options, schemes));
    }
}
