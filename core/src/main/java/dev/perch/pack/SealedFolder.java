package dev.perch.pack;

import dev.perch.model.PetId;
import dev.perch.model.PetPackage;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens Perch's sealed form where it lies, for tools. */
public final class SealedFolder {
    private SealedFolder() {}

    /** The pet in a sealed folder; null when it is none, or not whole. */
    public static @Nullable PetPackage open(Path folder, String id) {
        SealedPet pet = SealReader.read(folder);
        return pet == null ? null : pet.in(folder, new PetId(id), List.of());
    }
}
