package dev.perch.model;

import java.util.List;

/**
 * A row of pictures with a time each: one pass of an action.
 *
 * @param name the state that it acts out, or {@link #LOOK} or {@link #NEUTRAL}
 * @param frames at least one
 */
public record Clip(String name, List<Frame> frames) {
    /** The clip of the 16 directions that a v2 pet looks in: index 0 is up, then clockwise by 22.5 degrees. */
    public static final String LOOK = "look";

    /** The clip of one frame with which a v2 pet looks straight ahead. */
    public static final String NEUTRAL = "neutral";

    /**
     * One picture for a time.
     *
     * @param sprite what is seen
     * @param millis for how long; 0 for a pose that is held
     */
    public record Frame(Sprite sprite, int millis) {}

    /** @throws IllegalArgumentException when there are no frames */
    public Clip {
        frames = List.copyOf(frames);
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("clip " + name + " has no frames");
        }
    }
}
