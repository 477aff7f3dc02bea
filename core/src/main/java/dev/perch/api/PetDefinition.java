package dev.perch.api;

import dev.perch.model.PackageSource;
import dev.perch.model.PetId;
import java.util.Objects;

/**
 * A pet that can be chosen.
 *
 * @param id its name; where two providers give one name, the first provider's is shown
 * @param displayName what the user reads
 * @param description a sentence about it, maybe empty
 * @param source where its package lies; checked and imported by Perch like any other
 */
public record PetDefinition(PetId id, String displayName, String description, PackageSource source) {
    /** @throws NullPointerException when anything is missing */
    public PetDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(source, "source");
    }
}
