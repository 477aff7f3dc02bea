package dev.perch.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the URL that a user gave a source; what is wrong is an {@link IllegalArgumentException} in one sentence. */
final class WebAddress {
    private WebAddress() {}

    /**
     * The URL under {@code target}.
     *
     * @param schemes that it may have
     */
    static URI of(String kind, Map<String, Object> options, Set<String> schemes) {
        String target = String.valueOf(options.getOrDefault(SourceSpec.TARGET, ""));
        String example = "--source " + kind + ":" + (schemes.contains("wss") ? "wss" : "https") + "://host/path";
        try {
            URI uri = new URI(target);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!schemes.contains(scheme) || uri.getHost() == null) {
                throw new IllegalArgumentException("--source " + kind + ": is given no URL of " + example + ".");
            }
            if (uri.getUserInfo() != null || uri.getFragment() != null) {
                throw new IllegalArgumentException(
                        "--source " + kind + ": the URL carries a user or a fragment; leave that out.");
            }
            return uri;
        } catch (URISyntaxException bad) {
            throw new IllegalArgumentException("--source " + kind + ": that is no URL; write " + example + ".", bad);
        }
    }

    /** What the user reads: never the path or the query, which may hold a key. */
    static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
