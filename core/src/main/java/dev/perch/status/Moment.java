package dev.perch.status;

import dev.perch.model.SessionProjection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All sessions at one moment, as the render thread has them.
 *
 * @param sessions in the order of their arrival
 * @param active the one that the pet follows, or null
 */
public record Moment(
        List<SessionProjection> sessions, @Nullable SessionProjection active) {
    /** Nothing is known. */
    public static final Moment NOTHING = new Moment(List.of(), null);

    /** Copies the list. */
    public Moment {
        sessions = List.copyOf(sessions);
    }
}
