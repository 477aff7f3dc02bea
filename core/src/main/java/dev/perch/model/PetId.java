package dev.perch.model;

/** Names a pet of the library: the name of its folder, as Codex does it. */
public record PetId(String id) {
    @Override
    public String toString() {
        return id;
    }
}
