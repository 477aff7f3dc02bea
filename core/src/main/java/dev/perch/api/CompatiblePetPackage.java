package dev.perch.api;

import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param toInk clips whose last frames are left out where they turn out to have no ink; elsewhere an empty frame shows its
 *     neighbour, so that the clip keeps its length
 * @param sequences how a state is played, by state, over {@code clips}; a state that is not here is played by the user's
 *     playback policy
 * @param fallbacks what is acted out for a state without a clip, by state; before the action catalog's
 * @param events what a gesture makes the pet act out, by gesture: {@code hover}, {@code click}, {@code double-click},
 *     {@code drag-left}, {@code drag-right}, {@code drag-up}, {@code drag-down}, {@code drop}
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
        Set<String> toInk,
        Map<PetAnimationState, Sequence> sequences,
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
    public record Frame(Image image, @Nullable Crop crop, int left, int top, boolean mirrored, int millis) {
        /** @throws NullPointerException when there is no image */
        public Frame {
            Objects.requireNonNull(image, "image");
        }
    }

    /**
     * Clips one after another.
     *
     * @param plays at least one
     * @param loopFrom index of the play that follows the last, or {@link #HOLD}
     */
    public record Sequence(List<Play> plays, int loopFrom) {
        /** Keeps the last frame for good. */
        public static final int HOLD = -1;

        /** @throws IllegalArgumentException when there are no plays, or the loop starts outside them */
        public Sequence {
            plays = List.copyOf(plays);
            if (plays.isEmpty() || loopFrom < HOLD || loopFrom >= plays.size()) {
                throw new IllegalArgumentException(plays.size() + " plays looping from " + loopFrom);
            }
        }

        /** One clip over and over. */
        public static Sequence loop(String clip) {
            return new Sequence(List.of(new Play(clip, 1, 1)), 0);
        }
    }

    /**
     * A clip, so many times.
     *
     * @param clip its name
     * @param times at least 1
     * @param slowdown by how much each frame lasts longer than the clip says, at least 1
     */
    public record Play(String clip, int times, int slowdown) {
        /** @throws IllegalArgumentException when a number is not positive */
        public Play {
            if (times < 1 || slowdown < 1) {
                throw new IllegalArgumentException(clip + " " + times + " times, " + slowdown + " times slower");
            }
        }
    }

    /** A part of an image, in its pixels from the top left. */
    public record Crop(int x, int y, int width, int height) {}

    /** Where a picture's bytes are. */
    public sealed interface Image {
        /** A file of the package, by its relative path with slashes. */
        record InFile(String path) implements Image {}

        /**
         * A GIF of the package, as one sheet on which all its pictures lie: {@link
         * CompatiblePetPackageAdapter.Sizes#pictures} says where.
         *
         * @param path of the file, as above
         */
        record Gif(String path) implements Image {}

        /**
         * A picture in which one colour means: nothing is here.
         *
         * @param image the picture
         * @param rgb the colour, as in 0xff00ff
         */
        record Keyed(Image image, int rgb) implements Image {}

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
        Objects.requireNonNull(formatId, "formatId");
        Objects.requireNonNull(description, "description");
        clips = Map.copyOf(clips);
        toInk = Set.copyOf(toInk);
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
