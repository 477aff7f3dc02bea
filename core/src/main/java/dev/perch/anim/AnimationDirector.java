package dev.perch.anim;

import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what one pet plays: a pure function of its {@link PetSituation}. The layers are asked in order and the first
 * that answers wins; one that does not apply falls through.
 */
public final class AnimationDirector {
    private interface Layer {
        @Nullable
        Track track(PetSituation situation);
    }

    private final Playback playback;
    private final boolean gazes;
    private final List<Layer> layers = List.of(this::drag, this::gesture, this::state, this::gaze);

    /** A director for the clips of that pet. */
    public AnimationDirector(PetPackage pet, PlaybackPolicy policy) {
        playback = new Playback(pet, policy);
        gazes = pet.clips().containsKey(Clip.LOOK);
    }

    /** What to play. Makes a new value: ask only when the situation changed. */
    public Track choose(PetSituation situation) {
        for (Layer layer : layers) {
            Track track = layer.track(situation);
            if (track != null) {
                return track;
            }
        }
        return play(PetAnimationState.IDLE, situation.stateSince(), situation);
    }

    /** Each state of a Codex sheet with what it plays: for tables and contact sheets. */
    public Map<String, AnimationSequence> reactions() {
        Map<String, AnimationSequence> reactions = new TreeMap<>();
        for (PetAnimationState state : PetAnimationState.ROWS) {
            reactions.put(state.id(), playback.react(state));
        }
        return reactions;
    }

    /** While it is dragged the pet runs; unlike Codex it does not settle, since the drag goes on. */
    private @Nullable Track drag(PetSituation situation) {
        PetAnimationState row = switch (situation.drag()) {
            case NONE -> null;
            case LEFT -> PetAnimationState.RUNNING_LEFT;
            case RIGHT -> PetAnimationState.RUNNING_RIGHT;
        };
        if (row == null || !playback.has(row)) {
            return null;
        }
        return situation.reducedMotion()
                ? new Track(playback.still(row.id(), 0), situation.dragSince())
                : new Track(playback.loop(row), situation.dragSince());
    }

    private @Nullable Track gesture(PetSituation situation) {
        PetAnimationState gesture = situation.gesture();
        return gesture == null || !playback.has(gesture) ? null : play(gesture, situation.gestureSince(), situation);
    }

    private @Nullable Track state(PetSituation situation) {
        boolean tellsNothing = situation.state().equals(PetAnimationState.IDLE) || !playback.has(situation.state());
        return tellsNothing ? null : play(situation.state(), situation.stateSince(), situation);
    }

    private @Nullable Track gaze(PetSituation situation) {
        return !gazes || situation.gaze() == Gaze.NONE
                ? null
                : new Track(playback.still(Clip.LOOK, situation.gaze()), situation.stateSince());
    }

    private Track play(PetAnimationState state, long since, PetSituation situation) {
        return situation.reducedMotion()
                ? new Track(playback.still(state.id(), 0), since)
                : new Track(playback.react(state), since);
    }
}
