package dev.perch.anim;

import dev.perch.api.AnimationResolver;
import java.util.List;

/**
 * What pets can act out, and who knows the frames.
 *
 * @param words what falls back to what
 * @param resolvers the first that supports a state is used
 */
public record Repertoire(ActionVocabulary words, List<AnimationResolver> resolvers) {
    /** The clips that pets bring, and no further words. */
    public static final Repertoire CLIPS = new Repertoire(ActionVocabulary.EMPTY, List.of(new ClipAnimations()));

    /** Copies the list. */
    public Repertoire {
        resolvers = List.copyOf(resolvers);
    }
}
