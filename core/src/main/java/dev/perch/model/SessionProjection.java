package dev.perch.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session as its latest snapshot tells it: what notification resolvers, cards and the status API read.
 *
 * @param source who told it
 * @param session which one
 * @param status how it stands
 * @param activity what it is busy with, or null where nobody said
 * @param state what a pet acts out for it
 * @param title one line
 * @param body more text, or null
 * @param workspace the folder that it works in, or null
 * @param parent the session that it works for, or null
 * @param sinceNanos when it began to stand so, by the runtime's clock
 * @param heardNanos when it was last heard of
 * @param stale whether that is so long ago that it may no longer be true
 * @param metadata everything else that the source said
 */
public record SessionProjection(
        SourceId source,
        SessionId session,
        SessionStatus status,
        @Nullable ActivityCategory activity,
        PetAnimationState state,
        String title,
        @Nullable String body,
        @Nullable String workspace,
        @Nullable SessionId parent,
        long sinceNanos,
        long heardNanos,
        boolean stale,
        Map<String, Object> metadata) {

    /** What a stamped snapshot says, by the keys of {@link RuntimeSnapshot}. */
    public static SessionProjection of(StampedSnapshot told, long sinceNanos, boolean stale) {
        RuntimeSnapshot snapshot = told.snapshot();
        Map<String, Object> facts = snapshot.metadata();
        SessionStatus status = SessionStatus.of(facts.getOrDefault(RuntimeSnapshot.STATUS, ""));
        String parent = text(facts, RuntimeSnapshot.PARENT);
        return new SessionProjection(
                told.source(),
                told.session(),
                status == null ? SessionStatus.of(snapshot.state()) : status,
                ActivityCategory.of(facts.getOrDefault(RuntimeSnapshot.ACTIVITY, "")),
                snapshot.state(),
                snapshot.title(),
                snapshot.body(),
                text(facts, RuntimeSnapshot.WORKSPACE),
                parent == null || !SessionId.isId(parent) ? null : new SessionId(parent),
                sinceNanos,
                told.arrivedNanos(),
                stale,
                facts);
    }

    /** The same session with nothing going on in it. */
    public SessionProjection idle() {
        return new SessionProjection(
                source,
                session,
                SessionStatus.IDLE,
                null,
                PetAnimationState.IDLE,
                title,
                body,
                workspace,
                parent,
                sinceNanos,
                heardNanos,
                stale,
                metadata);
    }

    private static @Nullable String text(Map<String, Object> facts, String key) {
        return facts.get(key) instanceof String text && !text.isBlank() ? text : null;
    }
}
