package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has an adapter read a package from a private copy. */
record Adapting(PackageBytes source, PictureChecks checks) {
    /** Longest reason of an adapter that the user is shown. */
    private static final int MOST_WORDS = 300;

    /** Reads it, from a folder that is empty and private and may be deleted after this. */
    CompatiblePetPackage load(Path folder) throws Refusal, IOException {
        for (Map.Entry<String, byte[]> file : source.files().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Path parent = copy.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(copy, file.getValue());
        }
        String name = source.manifestName();
        Path manifest = name == null ? null : folder.resolve(name);
        try {
            return source.adapter()
                    .load(new CompatiblePetPackageAdapter.Input(
                            folder, source.manifest(), manifest, path -> url(folder, path), checks));
        } catch (CompatiblePetPackageAdapter.Refused e) {
            throw Refusal.of(e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(name == null ? "" : name, reason(e.getMessage()), "correct it, or ask who made the pet");
        }
    }

    private static String url(Path folder, String path) {
        try {
            return folder.resolve(SafePath.parse("", path).toString()).toUri().toString();
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.problem().what(), e);
        }
    }

    private String reason(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "cannot be read as " + source.adapter().displayName();
        }
        return message.length() > MOST_WORDS ? message.substring(0, MOST_WORDS) + "…" : message;
    }
}
