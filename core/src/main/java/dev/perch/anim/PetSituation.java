package dev.perch.anim;

import dev.perch.model.PetAnimationState;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the choice of the frame depends on, besides the time. A new value is made only when something in it
 * changed.
 *
 * @param state what the followed session is doing
 * @param stateSince when that began, in nanoseconds of the runtime's clock
 * @param drag which way the pet is being dragged
 * @param dragSince when it was first dragged that way
 * @param gesture what a gesture of the user makes the pet act out, or null
 * @param gestureSince when that began
 * @param gaze the sector that the pet looks in, 0 to 15, or {@link Gaze#NONE}
 * @param reducedMotion whether the pet holds still poses
 */
public record PetSituation(
        PetAnimationState state,
        long stateSince,
        Drag drag,
        long dragSince,
        @Nullable PetAnimationState gesture,
        long gestureSince,
        int gaze,
        boolean reducedMotion) {

    /** A pet that is in a state and otherwise left alone. */
    public static PetSituation of(PetAnimationState state, long since) {
        return new PetSituation(state, since, Drag.NONE, 0, null, 0, Gaze.NONE, false);
    }

    /** The same, in another state. */
    public PetSituation withState(PetAnimationState newState, long since) {
        return new PetSituation(newState, since, drag, dragSince, gesture, gestureSince, gaze, reducedMotion);
    }

    /** The same, dragged another way. */
    public PetSituation withDrag(Drag newDrag, long since) {
        return new PetSituation(state, stateSince, newDrag, since, gesture, gestureSince, gaze, reducedMotion);
    }

    /** The same, with a gesture to act out, or null for none. */
    public PetSituation withGesture(@Nullable PetAnimationState newGesture, long since) {
        return new PetSituation(state, stateSince, drag, dragSince, newGesture, since, gaze, reducedMotion);
    }

    /** The same, looking another way. */
    public PetSituation withGaze(int sector) {
        return new PetSituation(state, stateSince, drag, dragSince, gesture, gestureSince, sector, reducedMotion);
    }

    /** The same, with still poses or not. */
    public PetSituation withReducedMotion(boolean reduced) {
        return new PetSituation(state, stateSince, drag, dragSince, gesture, gestureSince, gaze, reduced);
    }
}
