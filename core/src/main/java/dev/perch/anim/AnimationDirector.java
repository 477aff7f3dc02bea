package dev.perch.anim;

import dev.perch.api.AnimationResolver;
import dev.perch.model.AnimationSequence;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what one pet plays: a function of its {@link PetSituation} and of what its resolvers know. The layers are asked
 * in order and the first that answers wins; one that does not apply falls through.
 */
public final class AnimationDirector {
    /** A package's fallbacks may go in circles. */
    private static final int MOST_FALLBACKS = 32;

    private interface Layer {
        @Nullable
        Track track(PetSituation situation);
    }

    private final PetPackage pet;
    private final PlaybackPolicy policy;
    private final Repertoire repertoire;
    private final List<AnimationResolver> resolvers;
    private final List<Layer> layers = List.of(this::drag, this::gesture, this::state, this::gaze);

    /** A director for the clips of that pet. */
    public AnimationDirector(PetPackage pet, PlaybackPolicy policy) {
        this(pet, policy, Repertoire.CLIPS);
    }

    /** A director for that pet. */
    public AnimationDirector(PetPackage pet, PlaybackPolicy policy, Repertoire repertoire) {
        this.pet = pet;
        this.policy = policy;
        this.repertoire = repertoire;
        resolvers = repertoire.resolvers().stream()
                .map(resolver -> resolver.forPet(pet, policy))
                .toList();
    }

    /** One for the same pet, with states played otherwise. */
    public AnimationDirector under(PlaybackPolicy policy) {
        return new AnimationDirector(pet, policy, repertoire);
    }

    /** One for another pet that plays its states in the same way. */
    public AnimationDirector of(PetPackage other) {
        return new AnimationDirector(other, policy, repertoire);
    }

    /** What to play. Makes a new value: ask only when the situation changed, or what a resolver knows. */
    public Track choose(PetSituation situation) {
        for (Layer layer : layers) {
            Track track = layer.track(situation);
            if (track != null) {
                return track;
            }
        }
        return new Track(sequence(PetAnimationState.IDLE, situation.reducedMotion()), situation.stateSince());
    }

    /** Each state of a Codex sheet with what it plays: for tables and contact sheets. */
    public Map<String, AnimationSequence> reactions() {
        Map<String, AnimationSequence> reactions = new TreeMap<>();
        for (PetAnimationState state : PetAnimationState.ROWS) {
            reactions.put(state.id(), sequence(acted(state), false));
        }
        return reactions;
    }

    /** While it is dragged the pet runs; unlike Codex it does not settle, since the drag goes on. */
    private @Nullable Track drag(PetSituation situation) {
        PetAnimationState row = switch (situation.drag()) {
            case NONE -> PetAnimationState.IDLE;
            case LEFT -> acted(event("drag-left", PetAnimationState.RUNNING_LEFT));
            case RIGHT -> acted(event("drag-right", PetAnimationState.RUNNING_RIGHT));
            case UP -> acted(event("drag-up", PetAnimationState.IDLE));
            case DOWN -> acted(event("drag-down", PetAnimationState.IDLE));
        };
        return row.equals(PetAnimationState.IDLE)
                ? null
                : new Track(sequence(row, situation.reducedMotion()).withoutSettling(), situation.dragSince());
    }

    private @Nullable Track gesture(PetSituation situation) {
        return acting(situation.gesture(), situation.gestureSince(), situation.reducedMotion());
    }

    private @Nullable Track state(PetSituation situation) {
        return acting(situation.state(), situation.stateSince(), situation.reducedMotion());
    }

    private @Nullable Track gaze(PetSituation situation) {
        return situation.gaze() == Gaze.NONE || !pet.clips().containsKey(Clip.LOOK)
                ? null
                : new Track(AnimationSequence.still(new FrameRef(Clip.LOOK, situation.gaze())), situation.stateSince());
    }

    /** Null for what is told by being idle. */
    private @Nullable Track acting(@Nullable PetAnimationState state, long since, boolean reducedMotion) {
        PetAnimationState acted = state == null ? PetAnimationState.IDLE : acted(state);
        return acted.equals(PetAnimationState.IDLE) ? null : new Track(sequence(acted, reducedMotion), since);
    }

    /** What the package acts out for a gesture, if it says so. */
    private PetAnimationState event(String gesture, PetAnimationState otherwise) {
        return pet.acting().events().getOrDefault(gesture, otherwise);
    }

    /** The state, or the first of its fallbacks that there are frames for: the package's own, then the vocabulary's. */
    private PetAnimationState acted(PetAnimationState state) {
        PetAnimationState acted = state;
        for (int i = 0; i < MOST_FALLBACKS && !acted.equals(PetAnimationState.IDLE); i++) {
            if (resolver(acted) != null) {
                return acted;
            }
            PetAnimationState own = pet.acting().fallbacks().get(acted);
            acted = own == null ? repertoire.words().fallback(acted) : own;
        }
        return PetAnimationState.IDLE;
    }

    private AnimationSequence sequence(PetAnimationState state, boolean reducedMotion) {
        AnimationResolver resolver = resolver(state);
        return resolver == null
                ? AnimationSequence.still(new FrameRef(PetAnimationState.IDLE.id(), 0))
                : resolver.getSequence(state, reducedMotion);
    }

    private @Nullable AnimationResolver resolver(PetAnimationState state) {
        for (AnimationResolver resolver : resolvers) {
            if (resolver.supports(state.id())) {
                return resolver;
            }
        }
        return null;
    }
}
