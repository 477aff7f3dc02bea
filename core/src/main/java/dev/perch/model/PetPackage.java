package dev.perch.model;

import java.util.List;
import java.util.Map;

/**
 * A pet that is ready to be shown: the sealed form of a package, whatever format it came in.
 *
 * @param id its name in the library
 * @param displayName what the user calls it
 * @param description a sentence about it, maybe empty
 * @param contentHash SHA-256 of the bytes that it was made from, in hex
 * @param cellWidth width of a cell in page pixels; the logical cell is {@link #CELL_WIDTH} wide whatever this is
 * @param cellHeight height of a cell in page pixels
 * @param artPixel edge of one pixel of the art in page pixels for pixel art, 0 for painted art
 * @param clips by name; {@code idle} is always there
 * @param acting how it plays them where it says so itself
 * @param pages the texture pages
 * @param warnings what the import had to put up with
 * @param interactions what the user's gestures do
 */
public record PetPackage(
        PetId id,
        String displayName,
        String description,
        String contentHash,
        int cellWidth,
        int cellHeight,
        int artPixel,
        Map<String, Clip> clips,
        Acting acting,
        List<Page> pages,
        List<Problem> warnings,
        Interactions interactions) {
    /** Width of a Codex cell at scale 1. */
    public static final int CELL_WIDTH = 192;

    /** Height of a Codex cell at scale 1. */
    public static final int CELL_HEIGHT = 208;

    /** @throws IllegalArgumentException when there is no idle clip */
    public PetPackage {
        clips = Map.copyOf(clips);
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
        if (!clips.containsKey(PetAnimationState.IDLE.id())) {
            throw new IllegalArgumentException("pet " + id + " has no idle clip");
        }
    }

    /** A pet that is played by the general rules alone, and declares no interactions. */
    public PetPackage(
            PetId id,
            String displayName,
            String description,
            String contentHash,
            int cellWidth,
            int cellHeight,
            int artPixel,
            Map<String, Clip> clips,
            List<Page> pages,
            List<Problem> warnings) {
        this(
                id,
                displayName,
                description,
                contentHash,
                cellWidth,
                cellHeight,
                artPixel,
                clips,
                Acting.PLAIN,
                pages,
                warnings,
                Interactions.NONE);
    }

    /** The same pet, with those interactions. */
    public PetPackage withInteractions(Interactions declared) {
        return new PetPackage(
                id,
                displayName,
                description,
                contentHash,
                cellWidth,
                cellHeight,
                artPixel,
                clips,
                acting,
                pages,
                warnings,
                declared);
    }

    /**
     * The clip of that name.
     *
     * @throws IllegalArgumentException when there is none: ask {@link #clips} first
     */
    public Clip clip(String name) {
        Clip clip = clips.get(name);
        if (clip == null) {
            throw new IllegalArgumentException("pet " + id + " has no clip " + name);
        }
        return clip;
    }

    /** The picture behind a reference into this package. */
    public Sprite sprite(FrameRef frame) {
        return clip(frame.clip()).frames().get(frame.index()).sprite();
    }

    /** Whether each frame of the other pet is one of this pet, too. */
    public boolean hasFramesOf(PetPackage other) {
        return other.clips.values().stream()
                .allMatch(theirs -> clips.containsKey(theirs.name())
                        && clip(theirs.name()).frames().size()
                                >= theirs.frames().size());
    }

    /** Whether the art is made of whole pixels that want whole multiples and no smoothing. */
    public boolean pixelArt() {
        return artPixel > 0;
    }
}
