package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.pack.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A {@code pet.json} that says more than Codex reads. Such additions may meet in one manifest; whichever of them names the
 * format, all are read.
 */
final class PetJsonAdapter implements CompatiblePetPackageAdapter {
    private final String id;
    private final String displayName;
    private final Predicate<Map<String, @Nullable Object>> says;

    /** @param says whether a manifest has the addition that names the format */
    PetJsonAdapter(String id, String displayName, Predicate<Map<String, @Nullable Object>> says) {
        this.id = id;
        this.displayName = displayName;
        this.says = says;
    }

    /** The formats that are told apart by what {@code pet.json} has beyond Codex's fields, the plain one last. */
    static List<CompatiblePetPackageAdapter> all() {
        return List.of(
                new PetJsonAdapter("codex-animation-20863", "Manifest animations", ManifestAnimation::isIn),
                new PetJsonAdapter("dsh-pet", "DSH pet", DshTracks::isIn),
                new PetJsonAdapter("codex-tui-pet", "Codex terminal pet", TuiAnimations::isIn),
                new PetJsonAdapter("pet-behavior", "Pet with behavior", PetBehavior::isIn),
                new PetJsonAdapter("openpets", "OpenPets pet", OpenPets::isIn),
                new PetJsonAdapter("codex-pet", "Codex pet", json -> !json.containsKey("files")));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public CompatiblePetFormatId formatId() {
        return new CompatiblePetFormatId(id);
    }

    @Override
    public boolean detect(Map<String, @Nullable Object> manifest) {
        return says.test(manifest);
    }

    @Override
    public List<String> files(Map<String, @Nullable Object> manifest) throws IOException {
        String sheet = CodexSheet.manifest(Manifest.FILE, manifest).sheet().toString();
        return List.of(sheet, SidecarClips.FILE, SidecarClips.FOLDER);
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        String where = manifestName(input);
        PetDraft draft = new PetDraft();
        CodexSheet sheet = read(input, where, input.manifest(), draft);
        return draft.build(new CompatiblePetFormatId(format(where, sheet)));
    }

    /** Reads a manifest with all additions that Perch knows. */
    static CodexSheet read(Input input, String where, Map<String, @Nullable Object> json, PetDraft draft)
            throws IOException {
        CodexSheet sheet = CodexSheet.read(input, where, json, draft);
        TuiAnimations.read(sheet, draft);
        ManifestAnimation.read(sheet, draft);
        DshTracks.read(sheet, draft);
        SidecarClips.read(input, draft);
        PetBehavior.read(sheet.fields(), draft);
        OpenPets.read(sheet.fields(), draft);
        return sheet;
    }

    private String format(String manifest, CodexSheet sheet) {
        if (!id.equals("codex-pet")) {
            return id;
        }
        if (manifest.equals(Manifest.LEGACY_FILE)) {
            return "codex-avatar";
        }
        return sheet.version() == 0 ? id : id + "-v" + sheet.version();
    }

    private static String manifestName(Input input) {
        Path path = input.manifestPath();
        Path name = path == null ? null : path.getFileName();
        return name == null ? Manifest.FILE : name.toString();
    }
}
