package dev.perch.model;

/** Names a snapshot source. The host gives it: a source cannot speak for another. */
public record SourceId(String id) {
    @Override
    public String toString() {
        return id;
    }
}
