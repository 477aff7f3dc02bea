package dev.perch.anim;

import dev.perch.model.AnimationSequence;
import dev.perch.model.AnimationSequence.TimedFrame;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import java.util.ArrayList;
import java.util.List;

/** The sequences of one pet under one policy: Codex's playback rule, as data. */
final class Playback {
    private final PetPackage pet;
    private final PlaybackPolicy policy;

    Playback(PetPackage pet, PlaybackPolicy policy) {
        this.pet = pet;
        this.policy = policy;
    }

    /** Whether the pet has pictures of its own for the state. */
    boolean has(PetAnimationState state) {
        return pet.clips().containsKey(state.id());
    }

    /** The state's passes and what follows them. */
    AnimationSequence react(PetAnimationState state) {
        if (state.equals(PetAnimationState.IDLE)) {
            return idle();
        }
        if (policy.settle() == PlaybackPolicy.Settle.WHILE_ACTIVE) {
            return loop(state);
        }
        List<TimedFrame> frames = new ArrayList<>();
        for (int pass = 0; pass < policy.passes(); pass++) {
            frames.addAll(frames(state.id(), 1));
        }
        int settled = frames.size();
        frames.addAll(idle().frames());
        return new AnimationSequence(frames, settled);
    }

    /** The state's row for as long as it lasts. */
    AnimationSequence loop(PetAnimationState state) {
        return new AnimationSequence(frames(state.id(), 1), 0);
    }

    /** Breathing, slower than authored. */
    AnimationSequence idle() {
        return new AnimationSequence(frames(PetAnimationState.IDLE.id(), policy.idleSlowdown()), 0);
    }

    /** One picture, held. */
    AnimationSequence still(String clip, int index) {
        return AnimationSequence.still(new FrameRef(clip, index));
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
