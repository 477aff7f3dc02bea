package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackage.Image;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.pack.format.PetFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of an import before and after the decoder, for a Codex sheet that code drew. */
final class CodexSource {
    private static final PackageLimits LIMITS = PackageLimits.standard();

    private final TestSheet sheet;
    private final PictureChecks checks;
    private final CompatiblePetPackage pet;

    private CodexSource(TestSheet sheet, PictureChecks checks, CompatiblePetPackage pet) {
        this.sheet = sheet;
        this.checks = checks;
        this.pet = pet;
    }

    static CodexSource of(TestSheet sheet, Path temp) throws Exception {
        return of(sheet, sheet.rows == 11 ? 2 : 1, Map.of("s.png", sheet.png()), temp);
    }

    /** @param sheet what was drawn, or null when nothing will be cut */
    static CodexSource of(TestSheet sheet, Object version, Map<String, byte[]> files, Path temp) throws Exception {
        CompatiblePetPackageAdapter codex = PetFormats.all().stream()
                .filter(adapter -> adapter.id().equals("codex-pet"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> manifest = Map.of("spritesheetPath", "s.png", "spriteVersionNumber", version);
        PackageBytes bytes =
                new PackageBytes(codex, manifest, "pet.json", files, ManifestReader.Block.NONE, "", List.of());
        PictureChecks checks = new PictureChecks(bytes, LIMITS);
        Path folder = Files.createTempDirectory(temp, "package");
        return new CodexSource(sheet, checks, new Adapting(bytes, checks).load(folder));
    }

    Artwork artwork(int wanted) throws Refusal {
        return Artwork.of(pet, checks, wanted, LIMITS);
    }

    ClipPlan plan() throws Exception {
        Artwork art = artwork(0);
        Grid grid = Grid.of(pet, art);
        Image image = grid.image();
        Set<Part> parts = new LinkedHashSet<>(grid.cells());
        Cuts cuts = Cuts.none();
        int[] next = {0};
        cuts.cut(image, sheet.width(), sheet.height(), 1, List.copyOf(parts), row -> {
            System.arraycopy(sheet.rgba, next[0], row, 0, row.length);
            next[0] += row.length;
        });
        return ClipPlan.of(pet, art, cuts, grid);
    }
}
