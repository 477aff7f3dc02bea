package dev.perch.hooks;

import dev.perch.model.ActivityCategory;
import dev.perch.model.PetAnimationState;
import dev.perch.model.SessionStatus;
import org.jspecify.annotations.Nullable;

/** What an event comes to. */
sealed interface HookMeaning {
    /**
     * The session is now so.
     *
     * @param activity what it is busy with; null: what its tool is for
     */
    record Now(SessionStatus status, @Nullable ActivityCategory activity, PetAnimationState state)
            implements HookMeaning {}

    /** The session is over: what it was busy with is no longer so, what is ready or failed stays to be seen. */
    record Over() implements HookMeaning {}

    /** The session is over, and the user was there to end it. */
    record Gone() implements HookMeaning {}

    /** Nothing changes. */
    record Ignored(String because) implements HookMeaning {}
}
