package dev.perch.action;

import dev.perch.model.PetId;
import dev.perch.model.PetPackage;

/**
 * The pet that asks, or Perch itself.
 *
 * @param pet its name in the library
 * @param name what its package calls it
 * @param packageHash SHA-256 of its bytes, in hex
 */
public record Origin(PetId pet, String name, String packageHash) {
    /** What the user chose in a card or in the question of an agent. */
    public static final Origin PERCH = new Origin(new PetId("perch"), "Perch", "perch");

    /** That pet. */
    public static Origin of(PetPackage pet) {
        return new Origin(pet.id(), pet.displayName(), pet.contentHash());
    }
}
