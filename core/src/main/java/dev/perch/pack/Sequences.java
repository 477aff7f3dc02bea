package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.model.Acting;
import dev.perch.model.AnimationSequence;
import dev.perch.model.AnimationSequence.TimedFrame;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an adapter says of playing, over the clips that came out of the import. */
final class Sequences {
    /** A sequence this long plays for minutes; a longer one is cut. */
    private static final int MOST_FRAMES = 2048;

    private static final int LONGEST_MILLIS = 600_000;

    private Sequences() {}

    static Acting acting(CompatiblePetPackage pet, Map<String, Clip> clips) {
        Map<PetAnimationState, AnimationSequence> sequences = new LinkedHashMap<>();
        pet.sequences().forEach((state, sequence) -> {
            List<Play> there = sequence.plays().stream()
                    .filter(play -> clips.containsKey(play.clip()))
                    .toList();
            if (there.size() == sequence.plays().size()) {
                sequences.put(state, expanded(sequence, clips));
            }
        });
        return new Acting(sequences, pet.fallbacks(), pet.events());
    }

    private static AnimationSequence expanded(Sequence sequence, Map<String, Clip> clips) {
        List<TimedFrame> frames = new ArrayList<>();
        int loopStart = AnimationSequence.HOLD;
        for (int i = 0; i < sequence.plays().size(); i++) {
            if (i == sequence.loopFrom()) {
                loopStart = Math.min(frames.size(), MOST_FRAMES - 1);
            }
            Play play = sequence.plays().get(i);
            Clip clip = clips.get(play.clip());
            for (int pass = 0; clip != null && pass < play.times() && frames.size() < MOST_FRAMES; pass++) {
                add(clip, play.slowdown(), frames);
            }
        }
        List<TimedFrame> kept = frames.size() > MOST_FRAMES ? frames.subList(0, MOST_FRAMES) : frames;
        return new AnimationSequence(kept, loopStart);
    }

    private static void add(Clip clip, int slowdown, List<TimedFrame> frames) {
        for (int i = 0; i < clip.frames().size(); i++) {
            long millis = (long) clip.frames().get(i).millis() * slowdown;
            int bounded = (int) Math.max(1, Math.min(LONGEST_MILLIS, millis));
            frames.add(new TimedFrame(new FrameRef(clip.name(), i), bounded));
        }
    }
}
