package dev.perch.library;

import dev.perch.model.PackageSource;
import java.nio.file.Path;

/**
 * A pet that can be chosen, opened or not.
 *
 * @param name what it is chosen by: its id, or {@code PLACE:ID} where another place has one of that id that comes first
 * @param id the name of its folder or zip
 * @param displayName what the user reads until it is opened
 * @param place the id of where it lies
 * @param placeName the same for people
 * @param source its package
 */
public record LibraryPet(
        String name, String id, String displayName, String place, String placeName, PackageSource source) {
    /** Where it lies; empty for one that comes with Perch. */
    public String path() {
        Path path = PackageMark.path(source);
        return path == null ? "" : path.toString();
    }
}
