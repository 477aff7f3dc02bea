package dev.perch.model;

import java.util.Map;

/**
 * What a package itself says about how it acts.
 *
 * @param sequences how a state is played; one that is not here is played by the user's playback policy
 * @param fallbacks what is acted out for a state without pictures, before the general vocabulary
 * @param events what a gesture makes the pet act out, by its word: {@code hover}, {@code click}, {@code double-click},
 *     {@code drag-left}, {@code drag-right}, {@code drag-up}, {@code drag-down}, {@code drop}
 */
public record Acting(
        Map<PetAnimationState, AnimationSequence> sequences,
        Map<PetAnimationState, PetAnimationState> fallbacks,
        Map<String, PetAnimationState> events) {
    /** Says nothing: all is played by the general rules. */
    public static final Acting PLAIN = new Acting(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Acting {
        sequences = Map.copyOf(sequences);
        fallbacks = Map.copyOf(fallbacks);
        events = Map.copyOf(events);
    }
}
