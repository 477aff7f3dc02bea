package dev.perch.activity;

import dev.perch.model.SessionProjection;
import java.util.List;

/** Which sessions of a board one pet tells of. Render thread only. */
public interface Part {
    /** All of them. */
    Part ALL = session -> true;

    /** Whether it tells of that one. */
    boolean has(SessionProjection session);

    /** Whether there can be any that it does not tell of. */
    default boolean isAll() {
        return this == ALL;
    }

    /** Hears how the board stands at that time, before it is asked of any session. */
    default void follow(List<SessionProjection> sessions, long nowNanos) {}

    /** Another number as soon as it may tell of other sessions than before. */
    default int revision() {
        return 0;
    }

    /** When that changes with nothing told; {@link Long#MAX_VALUE}: never. */
    default long nextChange() {
        return Long.MAX_VALUE;
    }

    /** What the user is told that these sessions have in common; empty: nothing. */
    default String name() {
        return "";
    }
}
