package dev.perch.model;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The least that an outside system says to drive a pet (the plugin API's four fields). A snapshot is state, not an
 * event: the latest one of a session replaces the one before.
 *
 * @param state what the session is doing
 * @param title one line for the user
 * @param body more text, or null
 * @param metadata further facts; {@code sessionId} names the session and {@code ttlMs} how long the snapshot holds
 */
public record RuntimeSnapshot(
        PetAnimationState state, String title, @Nullable String body, Map<String, Object> metadata) {

    /** The key of {@link #metadata} that names the session. */
    public static final String SESSION_ID = "sessionId";

    /** The key of {@link #metadata} that says for how many milliseconds the snapshot holds. */
    public static final String TTL_MS = "ttlMs";

    public RuntimeSnapshot {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(title, "title");
        metadata = Map.copyOf(metadata);
    }

    /** A snapshot with no body and no metadata. */
    public static RuntimeSnapshot of(PetAnimationState state, String title) {
        return new RuntimeSnapshot(state, title, null, Map.of());
    }

    /** The session named in the metadata; {@link SessionId#MAIN} where there is none or no name that can be one. */
    public SessionId session() {
        return metadata.get(SESSION_ID) instanceof String id && SessionId.isId(id)
                ? new SessionId(id)
                : SessionId.MAIN;
    }
}
