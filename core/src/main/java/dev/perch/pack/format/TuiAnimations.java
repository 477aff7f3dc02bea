package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.model.PetAnimationState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code frame} and {@code animations} of Codex's terminal program: clips of numbered cells at a rate, over the nine rows.
 * One that does not loop holds its last frame and then gives way to its fallback.
 */
final class TuiAnimations {
    private static final int MOST_FPS = 60;
    private static final double DEFAULT_FPS = 8;
    private static final int MOST_FRAMES = 256;

    private TuiAnimations() {}

    static boolean isIn(Map<String, @Nullable Object> json) {
        return json.get("frame") instanceof Map || json.get("animations") instanceof Map;
    }

    static void read(CodexSheet sheet, PetDraft draft) {
        Fields animations = sheet.fields().object("animations");
        Map<PetAnimationState, Fields> clips = new LinkedHashMap<>();
        if (animations != null) {
            animations.objects().forEach((name, animation) -> clip(name, animation, animations, sheet, draft, clips));
        }
        clips.forEach((state, animation) -> sequence(state, animation, draft));
        if (!draft.clips.containsKey(PetAnimationState.IDLE.id())) {
            draft.clips.put(PetAnimationState.IDLE.id(), List.of(sheet.grid().cell(0, 1000)));
        }
    }

    private static void clip(
            String name,
            Fields animation,
            Fields animations,
            CodexSheet sheet,
            PetDraft draft,
            Map<PetAnimationState, Fields> clips) {
        PetAnimationState state = StateWords.of(name);
        List<Integer> numbers = animation.wholes("frames", 0, MOST_FRAMES - 1);
        if (state == null || numbers == null) {
            animations.ignored(name, state == null ? "is no name of a state" : "has no frames");
            return;
        }
        if (!numbers.stream().allMatch(sheet.grid()::has) || numbers.size() > MOST_FRAMES) {
            animations.ignored(name, "names a cell that the sheet does not have");
            return;
        }
        int millis = (int) Math.round(1000 / animation.number(DEFAULT_FPS, MOST_FPS, "fps"));
        List<Frame> frames = new ArrayList<>();
        numbers.forEach(number -> frames.add(sheet.grid().cell(number, Math.min(600_000, millis))));
        draft.clips.put(state.id(), frames);
        clips.put(state, animation);
    }

    private static void sequence(PetAnimationState state, Fields animation, PetDraft draft) {
        if (animation.truth("loop", true)) {
            draft.sequences.put(state, Sequence.loop(state.id()));
            return;
        }
        PetAnimationState fallback = animation.state("fallback");
        if (fallback != null && !draft.clips.containsKey(fallback.id())) {
            animation.ignored("fallback", "is no animation of the pet");
            fallback = null;
        }
        Play after = PetDraft.after(fallback);
        draft.sequences.put(state, new Sequence(List.of(new Play(state.id(), 1, 1), after), 1));
    }
}
