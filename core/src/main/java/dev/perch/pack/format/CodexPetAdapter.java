package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codex's own pets: a sheet of nine rows, or of eleven with gaze, and any manifest that says no more. */
final class CodexPetAdapter implements CompatiblePetPackageAdapter {
    @Override
    public String id() {
        return "codex-pet";
    }

    @Override
    public String displayName() {
        return "Codex pet";
    }

    @Override
    public CompatiblePetFormatId formatId() {
        return new CompatiblePetFormatId("codex-pet");
    }

    @Override
    public boolean detect(Map<String, @Nullable Object> manifest) {
        return !(manifest.get("files") instanceof List);
    }

    @Override
    public List<String> files(Map<String, @Nullable Object> manifest) throws IOException {
        return List.of(CodexManifest.of(CodexManifest.FILE, manifest).sheet().toString());
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        String where = manifestName(input);
        PetDraft draft = new PetDraft();
        CodexSheet sheet = CodexSheet.read(input, where, input.manifest(), draft);
        String format = where.equals(CodexManifest.LEGACY_FILE) ? "codex-avatar" : "codex-pet-v" + sheet.version();
        return draft.build(new CompatiblePetFormatId(format));
    }

    /** The name of the manifest's file. */
    static String manifestName(Input input) {
        Path path = input.manifestPath();
        Path name = path == null ? null : path.getFileName();
        return name == null ? CodexManifest.FILE : name.toString();
    }
}
