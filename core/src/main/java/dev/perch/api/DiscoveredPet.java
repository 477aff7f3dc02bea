package dev.perch.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A package that was found.
 *
 * @param id the name of its folder or zip
 * @param displayName what the user reads until it is opened
 * @param petDir its folder or zip
 * @param spritesheetUrl its sheet, or null where that is not known before it is opened
 * @param formatId its format, or null where that is not known before it is opened
 */
public record DiscoveredPet(
        String id,
        String displayName,
        Path petDir,
        @Nullable URI spritesheetUrl,
        @Nullable CompatiblePetFormatId formatId) {
    /** @throws NullPointerException when id, name or folder is missing */
    public DiscoveredPet {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(petDir, "petDir");
    }
}
