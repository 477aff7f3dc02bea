package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.model.PetAnimationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code behavior} of {@code .petpack} files: what clicks and the end of a drag act out, and what the pet does by itself
 * when nothing happens. It does not walk about: Perch's pets stay where the user put them.
 */
final class PetBehavior {
    /** Breaths between two of the things that it does by itself. */
    private static final int REST = 4;

    private static final int MOST_STATES = 32;

    private PetBehavior() {}

    static boolean isIn(Map<String, @Nullable Object> json) {
        return json.get("behavior") instanceof Map;
    }

    static void read(Fields manifest, PetDraft draft) {
        Fields behavior = manifest.object("behavior");
        if (behavior == null) {
            return;
        }
        draft.event("click", behavior.state("clickState"), behavior.where("clickState"));
        draft.event("double-click", behavior.state("doubleClickState"), behavior.where("doubleClickState"));
        Fields natural = behavior.object("natural");
        if (natural != null) {
            draft.event("drop", natural.state("postDragState"), natural.where("postDragState"));
        }
        idle(behavior, draft);
        boolean wanders = behavior.has("wanderDirections")
                || (natural != null && (natural.has("nextWanderDelayMs") || natural.has("walkDurationMs")));
        if (wanders) {
            behavior.warn(
                    "wanderDirections", "lets the pet walk about, which Perch does not", "drag it where you like");
        }
    }

    private static void idle(Fields behavior, PetDraft draft) {
        List<Play> plays = new ArrayList<>();
        for (PetAnimationState state : behavior.states("idleStates")) {
            if (!draft.clips.containsKey(state.id())) {
                behavior.ignored("idleStates", "names " + state + ", which the pet has no pictures for");
            } else if (!state.equals(PetAnimationState.IDLE) && plays.size() < 2 * MOST_STATES) {
                plays.add(new Play(PetAnimationState.IDLE.id(), REST, PetDraft.IDLE_SLOWDOWN));
                plays.add(new Play(state.id(), 1, 1));
            }
        }
        if (!plays.isEmpty()) {
            draft.sequences.put(PetAnimationState.IDLE, new Sequence(plays, 0));
        }
    }
}
