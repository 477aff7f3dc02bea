package dev.perch.model;

/**
 * Names a snapshot source. The host gives it: a source cannot speak for another.
 *
 * @param id as {@link SessionId#isId} allows
 */
public record SourceId(String id) {
    /** @throws IllegalArgumentException when {@code id} is no such name */
    public SourceId {
        if (!SessionId.isId(id)) {
            throw new IllegalArgumentException("not a source id: " + id);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
