package dev.perch.pack.format;

import dev.perch.api.CompatiblePetFormatId;
import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shimeji-ee: {@code actions.xml} and {@code behaviors.xml} with a folder of pictures. Data only: conditions that are
 * scripts and classes of the program are named and never run.
 */
final class ShimejiAdapter implements CompatiblePetPackageAdapter {
    private static final String STAND = "shime1.png";

    @Override
    public String id() {
        return "shimeji-ee";
    }

    @Override
    public String displayName() {
        return "Shimeji-ee";
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
        return "Mascot".equals(manifest.get("rootElement"));
    }

    @Override
    public CompatiblePetPackage load(Input input) throws IOException {
        List<String> files = files(input.manifest().get("files"));
        String actions = ending(files, "actions.xml");
        if (actions == null) {
            throw new Refused("", "has no actions.xml", "put the pet's conf folder beside its pictures");
        }
        String behaviors = ending(files, "behaviors.xml");
        PetDraft draft = new PetDraft();
        Xml behavior = behaviors == null ? null : read(input, behaviors);
        if (behavior == null) {
            draft.warn("", "has no behaviors.xml, so the pet does nothing by itself", "put it beside actions.xml");
        }
        ShimejiPictures pictures = new ShimejiPictures(input, files, folder(files));
        new ShimejiPet(actions, read(input, actions), behavior, pictures, draft).read();
        return draft.build(formatId());
    }

    private static List<String> files(@Nullable Object value) {
        List<String> files = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(file -> files.add(String.valueOf(file)));
        }
        return files;
    }

    private static Xml read(Input input, String file) throws IOException {
        return Xml.read(file, Files.readAllBytes(input.petDir().resolve(file)));
    }

    private static @Nullable String ending(List<String> files, String name) {
        return files.stream()
                .filter(file -> file.equals(name) || file.endsWith("/" + name))
                .findFirst()
                .orElse(null);
    }

    /** The folder of the first picture set, with a slash at its end. */
    private static String folder(List<String> files) {
        String stand = ending(files, STAND);
        String any = stand != null
                ? stand
                : files.stream()
                        .filter(file -> file.endsWith(".png"))
                        .findFirst()
                        .orElse("");
        return any.substring(0, any.lastIndexOf('/') + 1);
    }
}
