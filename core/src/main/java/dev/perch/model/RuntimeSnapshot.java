package dev.perch.model;

import java.time.Duration;
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
 * @param metadata further facts; {@code sessionId} names the session {@code ttlMs} how long the snapshot holds;
 *     {@code status}, {@code activity}, {@code workspace} and {@code parent} tell more of the session
 */
public record RuntimeSnapshot(
        PetAnimationState state, String title, @Nullable String body, Map<String, Object> metadata) {

    /** The key of {@link #metadata} that names the session. */
    public static final String SESSION_ID = "sessionId";

    /** The key of {@link #metadata} that says for how many milliseconds the snapshot holds. */
    public static final String TTL_MS = "ttlMs";

    /** The key of {@link #metadata} that says how the session stands: a word of {@link SessionStatus}. */
    public static final String STATUS = "status";

    /** The key of {@link #metadata} that says what the agent is busy with: a word of {@link ActivityCategory}. */
    public static final String ACTIVITY = "activity";

    /** The key of {@link #metadata} that names the folder the agent works in. */
    public static final String WORKSPACE = "workspace";

    /** The key of {@link #metadata} that names the session this one works for. */
    public static final String PARENT = "parent";

    /** The key of {@link #metadata} that names the turn under way. */
    public static final String TURN_ID = "turnId";

    /** The shortest time to live, in milliseconds. */
    public static final long LEAST_TTL_MS = Duration.ofSeconds(1).toMillis();

    /** The longest time to live, in milliseconds. */
    public static final long MOST_TTL_MS = Duration.ofMinutes(10).toMillis();

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
        return metadata.get(SESSION_ID) instanceof String id && SessionId.isId(id) ? new SessionId(id) : SessionId.MAIN;
    }

    /**
     * For how many nanoseconds the snapshot holds, by its metadata; {@link Long#MAX_VALUE} where they say nothing, or
     * no whole number in the range.
     */
    public long ttlNanos() {
        Object ttl = metadata.get(TTL_MS);
        long millis = ttl instanceof Number number && !(ttl instanceof Double) ? number.longValue() : 0;
        boolean inRange = millis >= LEAST_TTL_MS && millis <= MOST_TTL_MS;
        return inRange ? Duration.ofMillis(millis).toNanos() : Long.MAX_VALUE;
    }
}
