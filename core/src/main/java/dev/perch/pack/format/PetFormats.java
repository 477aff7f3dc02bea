package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackageAdapter;
import java.util.List;

/** The formats that Perch reads. */
public final class PetFormats {
    private PetFormats() {}

    /** An adapter each; the first that knows a package reads it, so what says most comes first. */
    public static List<CompatiblePetPackageAdapter> all() {
        return PetJsonAdapter.all();
    }
}
