package dev.perch.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a pet acts out: an open word, with the nine rows of a Codex sheet as constants (pet contract of Codex, rows 0 to
 * 8). A word that a pet has no clip for falls back, in the end to {@link #IDLE}.
 *
 * @param id a word of {@code [a-z][a-z0-9_-]{0,31}}
 */
public record PetAnimationState(String id) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    public static final PetAnimationState IDLE = new PetAnimationState("idle");
    public static final PetAnimationState RUNNING_RIGHT = new PetAnimationState("running-right");
    public static final PetAnimationState RUNNING_LEFT = new PetAnimationState("running-left");
    public static final PetAnimationState WAVING = new PetAnimationState("waving");
    public static final PetAnimationState JUMPING = new PetAnimationState("jumping");
    public static final PetAnimationState FAILED = new PetAnimationState("failed");
    public static final PetAnimationState WAITING = new PetAnimationState("waiting");
    public static final PetAnimationState RUNNING = new PetAnimationState("running");
    public static final PetAnimationState REVIEW = new PetAnimationState("review");

    /** The nine rows of a Codex sheet, top to bottom. */
    public static final List<PetAnimationState> ROWS =
            List.of(IDLE, RUNNING_RIGHT, RUNNING_LEFT, WAVING, JUMPING, FAILED, WAITING, RUNNING, REVIEW);

    /** @throws IllegalArgumentException when {@code id} is not a word of the pattern above */
    public PetAnimationState {
        if (!isWord(id)) {
            throw new IllegalArgumentException("not a state word: " + id);
        }
    }

    /** Whether {@code word} can be a state. */
    public static boolean isWord(String word) {
        return WORD.matcher(word).matches();
    }

    @Override
    public String toString() {
        return id;
    }
}
