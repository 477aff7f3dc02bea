package dev.perch.api;

import dev.perch.model.PetAnimationState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A word that a session may say.
 *
 * @param state the word
 * @param displayName what the user reads
 * @param implemented whether pets are expected to have pictures for it; a pet that has them anyway plays them
 * @param fallbackState what a pet without such pictures acts out; null means idle, and only the nine core states may do
 *     without
 * @param category who defines it
 */
public record PetActionDefinition(
        PetAnimationState state,
        String displayName,
        boolean implemented,
        @Nullable PetAnimationState fallbackState,
        Category category) {
    /** @throws NullPointerException when anything but the fallback is missing */
    public PetActionDefinition {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(category, "category");
    }

    /** Who defines a word. */
    public enum Category {
        /** One of the nine rows of a Codex sheet. */
        CORE,
        /** A word beyond those. */
        EXTENSION
    }

    /** One of the nine. */
    public static PetActionDefinition core(PetAnimationState state, String displayName) {
        return new PetActionDefinition(state, displayName, true, null, Category.CORE);
    }

    /** A further word. */
    public static PetActionDefinition extension(String word, String displayName, PetAnimationState fallback) {
        return new PetActionDefinition(new PetAnimationState(word), displayName, false, fallback, Category.EXTENSION);
    }
}
