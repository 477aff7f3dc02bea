package dev.perch.model;

/**
 * Names one picture of a pet.
 *
 * @param clip a clip of the package
 * @param index from 0
 */
public record FrameRef(String clip, int index) {
    @Override
    public String toString() {
        return clip + "[" + index + "]";
    }
}
