package dev.perch.anim;

import dev.perch.api.AnimationResolver;
import dev.perch.model.AnimationSequence;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;

/** Plays the clips that a pet brings, as the user wishes. Without a pet it has nothing to play. */
public final class ClipAnimations implements AnimationResolver {
    static final String ID = "clips";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean supports(String state) {
        return false;
    }

    @Override
    public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) {
        throw new IllegalStateException("there is no pet to play " + state);
    }

    @Override
    public AnimationResolver forPet(PetPackage pet, PlaybackPolicy policy) {
        return new Playback(pet, policy);
    }
}
