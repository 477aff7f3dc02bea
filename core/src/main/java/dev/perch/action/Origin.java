package dev.perch.action;

import dev.perch.model.PetId;
import dev.perch.model.PetPackage;

/**
 * The pet that asks.
 *
 * @param pet its name in the library
 * @param name what its package calls it
 * @param packageHash SHA-256 of its bytes, in hex
 */
public record Origin(PetId pet, String name, String packageHash) {
    /** That pet. */
    public static Origin of(PetPackage pet) {
        return new Origin(pet.id(), pet.displayName(), pet.contentHash());
    }
}
