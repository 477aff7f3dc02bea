package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code animations.xml} of eSheep (desktopPet): everything in one file, the sheet in base64. */
final class ESheepAdapter implements CompatiblePetPackageAdapter {
    @Override
    public String id() {
        return "esheep";
    }

    @Override
    public String displayName() {
        return "eSheep";
    }

    @Override
    public CompatiblePetFormatId formatId() {
        return new CompatiblePetFormatId(id());
    }

    @Override
    public List<String> manifestNames() {
        return List.of();
    }

    @Override
    public boolean detect(Map<String, @Nullable Object> manifest) {
        return "animations".equals(manifest.get("rootElement"));
    }

    @Override
    public List<String> files(Map<String, @Nullable Object> manifest) {
        return List.of(String.valueOf(manifest.get("file")));
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        String file = String.valueOf(input.manifest().get("file"));
        Xml root = Xml.read(file, Files.readAllBytes(input.petDir().resolve(file)));
        PetDraft draft = new PetDraft();
        ESheepSheet sheet = ESheepSheet.read(file, root, input.sizes());
        new ESheepPet(file, root, sheet, draft).read();
        return draft.build(formatId());
    }
}
