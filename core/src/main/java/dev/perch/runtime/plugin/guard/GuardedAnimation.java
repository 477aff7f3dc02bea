package dev.perch.runtime.plugin.guard;

import dev.perch.api.AnimationResolver;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import org.jspecify.annotations.Nullable;

/** A resolver of others: it supports what it has answered, for the pet that it was made for. */
record GuardedAnimation(GuardedPlugin plugin, String id, AnimationResolver own) implements AnimationResolver {
    private static final int MOST_FRAMES = 4096;

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
        return new OfPet(this, pet, policy);
    }

    /** Both answers to a word; null where it has none. */
    private record Known(
            @Nullable AnimationSequence moving, @Nullable AnimationSequence still) {}

    private static final class OfPet implements AnimationResolver {
        private final GuardedAnimation resolver;
        private final PetPackage pet;
        private final PlaybackPolicy policy;
        private final Answers<String, Known> answers;
        private @Nullable AnimationResolver own;

        OfPet(GuardedAnimation resolver, PetPackage pet, PlaybackPolicy policy) {
            this.resolver = resolver;
            this.pet = pet;
            this.policy = policy;
            answers = new Answers<>(resolver.plugin, "its animation resolver " + resolver.id, this::ask);
        }

        @Override
        public String id() {
            return resolver.id;
        }

        @Override
        public boolean supports(String state) {
            Known known = answers.get(state);
            return known != null && known.moving != null && known.still != null;
        }

        @Override
        public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) {
            Known known = answers.get(state.id());
            AnimationSequence sequence = known == null ? null : reducedMotion ? known.still : known.moving;
            return sequence == null ? AnimationSequence.still(new FrameRef(PetAnimationState.IDLE.id(), 0)) : sequence;
        }

        /** On the worker. */
        private Known ask(String word) {
            if (own == null) {
                own = resolver.own.forPet(pet, policy);
            }
            if (!own.supports(word)) {
                return new Known(null, null);
            }
            PetAnimationState state = new PetAnimationState(word);
            return new Known(playable(own.getSequence(state, false)), playable(own.getSequence(state, true)));
        }

        private @Nullable AnimationSequence playable(AnimationSequence sequence) {
            boolean fits = sequence.frames().size() <= MOST_FRAMES;
            for (AnimationSequence.TimedFrame timed : sequence.frames()) {
                Clip clip = pet.clips().get(timed.frame().clip());
                fits &= clip != null
                        && timed.frame().index() >= 0
                        && timed.frame().index() < clip.frames().size();
            }
            return fits ? sequence : null;
        }
    }
}
