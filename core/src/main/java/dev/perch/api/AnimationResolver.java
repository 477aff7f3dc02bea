package dev.perch.api;

import dev.perch.model.AnimationSequence;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;

/**
 * Turns a state into frames and times. The first resolver that supports a state is used; the built-in one supports every
 * state that a pet has pictures for.
 *
 * <p>Asked on the plugin's worker, once for each argument as long as a pet is on show: answer the same for the same. Until
 * the answer is there, and when it faults or names a clip that the pet lacks, the next resolver is used.
 */
public interface AnimationResolver {
    /** A word. */
    String id();

    /** Whether it has frames for that state word. */
    boolean supports(String state);

    /**
     * The frames of a state. Asked only after {@link #supports} said yes.
     *
     * @param reducedMotion whether the user wants still poses: a good answer is one frame that tells the state
     */
    AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion);

    /**
     * The resolver for one pet. Called when a pet comes on show, and again when the user wishes states to be played
     * otherwise; for resolvers whose answers depend on either.
     *
     * @param pet its clips may be read, and its metadata; it does not change
     * @param policy how the user wishes a state to be played; a resolver that has a better idea need not follow it
     */
    default AnimationResolver forPet(PetPackage pet, PlaybackPolicy policy) {
        return this;
    }
}
