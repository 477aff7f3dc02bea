package dev.perch.api;

import dev.perch.model.AnimationSequence;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package in Perch's own words, before its pictures are decoded: what an adapter answers.
 *
 * @param formatId the format it was in
 * @param id what the manifest calls it, or null: then its folder's name is used
 * @param displayName what the user reads, or null
 * @param description a sentence, maybe empty
 * @param cellWidth width of the box that all frames share, in pixels of the art, 1 to 2,048
 * @param cellHeight height of that box
 * @param clips frames by name: states, and {@code look} (16 directions) and {@code neutral} where the pet has them. There
 *     is an {@code idle}
 * @param sequences how a state is played, by state, over the frames of {@code clips}; a state that is not here is played by
 *     the user's playback policy
 * @param fallbacks what is acted out for a state without a clip, by state; before the action catalog's
 * @param events what a gesture makes the pet act out, by gesture: {@code hover}, {@code click}, {@code double-click},
 *     {@code drag-left}, {@code drag-right}, {@code drag-up}, {@code drag-down}
 * @param warnings what had to be left out, in the user's words
 */
public record CompatiblePetPackage(
        CompatiblePetFormatId formatId,
        @Nullable String id,
        @Nullable String displayName,
        String description,
        int cellWidth,
        int cellHeight,
        Map<String, List<Frame>> clips,
        Map<PetAnimationState, AnimationSequence> sequences,
        Map<PetAnimationState, PetAnimationState> fallbacks,
        Map<String, PetAnimationState> events,
        List<Problem> warnings) {

    /**
     * One picture for a time.
     *
     * @param image which file, or which embedded picture
     * @param crop the part of it, or null for the whole
     * @param left where the part's left edge lies in the cell; may be negative
     * @param top where its top edge lies
     * @param mirrored whether it is turned over left to right, before it is put there
     * @param millis for how long, 0 for a pose that is held
     */
    public record Frame(Image image, @Nullable Crop crop, int left, int top, boolean mirrored, int millis) {}

    /** A part of an image, in its pixels from the top left. */
    public record Crop(int x, int y, int width, int height) {}

    /** Where a picture's bytes are. */
    public sealed interface Image {
        /** A file of the package, by its relative path with slashes. */
        record InFile(String path) implements Image {}

        /**
         * A picture that the manifest holds in itself.
         *
         * @param name what problems call it, and what tells it from others
         * @param bytes PNG or WebP; not to be changed any more
         */
        @SuppressWarnings("ArrayRecordComponent") // compared by name, as the adapter that made it says
        record Embedded(String name, byte[] bytes) implements Image {
            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof Embedded that && name.equals(that.name);
            }

            @Override
            public int hashCode() {
                return name.hashCode();
            }
        }
    }

    /** Copies the collections. @throws IllegalArgumentException when there is no idle clip, or a clip has no frames */
    public CompatiblePetPackage {
        clips = Map.copyOf(clips);
        sequences = Map.copyOf(sequences);
        fallbacks = Map.copyOf(fallbacks);
        events = Map.copyOf(events);
        warnings = List.copyOf(warnings);
        if (!clips.containsKey(PetAnimationState.IDLE.id())) {
            throw new IllegalArgumentException("has no idle frames");
        }
        for (Map.Entry<String, List<Frame>> clip : clips.entrySet()) {
            if (clip.getValue().isEmpty()) {
                throw new IllegalArgumentException("has no frames for " + clip.getKey());
            }
        }
    }
}
