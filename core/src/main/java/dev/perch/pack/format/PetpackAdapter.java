package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.pack.Manifest;
import dev.perch.pack.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code .petpack} of codex-pet-desktop: a zip with {@code petpack.json} beside {@code pet.json} and its sheet. */
final class PetpackAdapter implements CompatiblePetPackageAdapter {
    private static final String FILE = "petpack.json";
    private static final int VERSION = 1;

    @Override
    public String id() {
        return "codex-petpack";
    }

    @Override
    public String displayName() {
        return "Petpack";
    }

    @Override
    public CompatiblePetFormatId formatId() {
        return new CompatiblePetFormatId(id());
    }

    @Override
    public List<String> manifestNames() {
        return List.of(FILE);
    }

    @Override
    public boolean detect(Map<String, @Nullable Object> manifest) {
        return id().equals(manifest.get("format"));
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        Map<String, @Nullable Object> pack = input.manifest();
        if (!Integer.valueOf(VERSION).equals(pack.get("formatVersion"))) {
            throw new Refused(
                    FILE + " formatVersion",
                    "is not " + VERSION + ", the one that Perch reads",
                    "export it as version 1");
        }
        Path pet = input.petDir().resolve(Manifest.FILE);
        if (!Files.isRegularFile(pet)) {
            throw new Refused(Manifest.FILE, "is missing", "put it beside " + FILE);
        }
        PetDraft draft = new PetDraft();
        Map<String, @Nullable Object> json = ManifestReader.readMore(Manifest.FILE, Files.readAllBytes(pet));
        PetJsonAdapter.read(input, Manifest.FILE, json, draft);
        Fields fields = new Fields(FILE, pack, draft.warnings);
        String id = fields.text("id");
        String displayName = fields.text("displayName");
        draft.id = id == null ? draft.id : id;
        draft.displayName = displayName == null ? draft.displayName : displayName;
        return draft.build(formatId());
    }
}
