package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackageAdapter;
import java.util.List;
import java.util.stream.Stream;

/** The formats that Perch reads. */
public final class PetFormats {
    private PetFormats() {}

    /** An adapter each; the first that knows a package reads it, so what says most comes first. */
    public static List<CompatiblePetPackageAdapter> all() {
        List<CompatiblePetPackageAdapter> others =
                List.of(new PetpackAdapter(), new ClawdThemeAdapter(), new ShimejiAdapter(), new ESheepAdapter());
        return Stream.concat(others.stream(), PetJsonAdapter.all().stream()).toList();
    }
}
