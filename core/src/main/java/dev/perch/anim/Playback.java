package dev.perch.anim;

import dev.perch.api.AnimationResolver;
import dev.perch.model.AnimationSequence;
import dev.perch.model.AnimationSequence.TimedFrame;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sequences of one pet under one policy: Codex's playback rule, as data. */
final class Playback implements AnimationResolver {
    private final PetPackage pet;
    private final PlaybackPolicy policy;

    Playback(PetPackage pet, PlaybackPolicy policy) {
        this.pet = pet;
        this.policy = policy;
    }

    @Override
    public String id() {
        return ClipAnimations.ID;
    }

    /** Whether the pet has pictures of its own for the state. */
    @Override
    public boolean supports(String state) {
        return pet.clips().containsKey(state) || ownSequence(state) != null;
    }

    /** The state's passes and what follows them; the first picture where motion is reduced. */
    @Override
    public AnimationSequence getSequence(PetAnimationState state, boolean reducedMotion) {
        AnimationSequence own = ownSequence(state.id());
        if (reducedMotion) {
            return AnimationSequence.still(own == null ? new FrameRef(state.id(), 0) : own.frameAt(0));
        }
        return own == null ? react(state) : own;
    }

    /** How the package itself says that it plays the state: before the user's policy. */
    private @Nullable AnimationSequence ownSequence(String state) {
        return PetAnimationState.isWord(state) ? pet.acting().sequences().get(new PetAnimationState(state)) : null;
    }

    private AnimationSequence react(PetAnimationState state) {
        if (state.equals(PetAnimationState.IDLE)) {
            return idle();
        }
        if (policy.settle() == PlaybackPolicy.Settle.WHILE_ACTIVE) {
            return new AnimationSequence(frames(state.id(), 1), 0);
        }
        List<TimedFrame> frames = new ArrayList<>();
        for (int pass = 0; pass < policy.passes(); pass++) {
            frames.addAll(frames(state.id(), 1));
        }
        int settled = frames.size();
        frames.addAll(idle().frames());
        return new AnimationSequence(frames, settled);
    }

    /** Breathing, slower than authored. */
    private AnimationSequence idle() {
        return new AnimationSequence(frames(PetAnimationState.IDLE.id(), policy.idleSlowdown()), 0);
    }

    private List<TimedFrame> frames(String clip, int slowdown) {
        List<Clip.Frame> frames = pet.clip(clip).frames();
        List<TimedFrame> timed = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            timed.add(new TimedFrame(new FrameRef(clip, i), frames.get(i).millis() * slowdown));
        }
        return timed;
    }
}
