package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Frame;
import dev.perch.api.CompatiblePetPackage.Play;
import dev.perch.api.CompatiblePetPackage.Sequence;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A package while it is being read. */
final class PetDraft {
    /** By how much Codex plays idle slower than it was authored. */
    static final int IDLE_SLOWDOWN = 6;

    final Map<String, List<Frame>> clips = new LinkedHashMap<>();
    final Set<String> toInk = new HashSet<>();
    final Map<PetAnimationState, Sequence> sequences = new LinkedHashMap<>();
    final Map<PetAnimationState, PetAnimationState> fallbacks = new LinkedHashMap<>();
    final Map<String, PetAnimationState> events = new LinkedHashMap<>();
    final List<Problem> warnings = new ArrayList<>();

    @Nullable
    String id;

    @Nullable
    String displayName;

    String description = "";
    int cellWidth = 1;
    int cellHeight = 1;

    boolean has(PetAnimationState state) {
        return clips.containsKey(state.id()) || sequences.containsKey(state);
    }

    void warn(String where, String what, String remedy) {
        warnings.add(Problem.warning(where, what, remedy));
    }

    /** What idle is after something else: its clip, as slow as Codex plays it. */
    static Play slowIdle() {
        return new Play(PetAnimationState.IDLE.id(), 1, IDLE_SLOWDOWN);
    }

    /** What follows a clip that does not loop. */
    static Play after(@Nullable PetAnimationState fallback) {
        return fallback == null || fallback.equals(PetAnimationState.IDLE) ? slowIdle() : new Play(fallback.id(), 1, 1);
    }

    /** Binds a gesture, if the pet has that state. */
    void event(String gesture, @Nullable PetAnimationState state, String where) {
        if (state == null) {
            return;
        }
        if (has(state)) {
            events.put(gesture, state);
        } else {
            warn(where, "names " + state + ", which the pet has no pictures for", "draw it, or name another state");
        }
    }

    CompatiblePetPackage build(CompatiblePetFormatId format) {
        return new CompatiblePetPackage(
                format,
                id,
                displayName,
                description,
                cellWidth,
                cellHeight,
                clips,
                toInk,
                sequences,
                fallbacks,
                events,
                warnings);
    }
}
