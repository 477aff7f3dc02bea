package dev.perch.pack;

import dev.perch.api.CompatiblePetPackage;
import dev.perch.api.CompatiblePetPackageAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
            return Objects.requireNonNull(source.adapter()
                    .load(new CompatiblePetPackageAdapter.Input(
                            folder, source.manifest(), manifest, path -> url(folder, path), checks)));
        } catch (IOException | RuntimeException e) {
            throw refusal(source.adapter(), name, e);
        }
    }

    /** What the user is told of an adapter that threw: its own words, or that it is broken. */
    static Refusal refusal(CompatiblePetPackageAdapter adapter, @Nullable String manifest, Exception thrown) {
        if (thrown instanceof CompatiblePetPackageAdapter.Refused refused) {
            return Refusal.of(refused);
        }
        String where = manifest == null ? "" : manifest;
        if (thrown instanceof IOException || thrown instanceof IllegalArgumentException) {
            return new Refusal(where, reason(adapter, thrown.getMessage()), "correct it, or ask who made the pet");
        }
        return failed(adapter, where, thrown);
    }

    /** What the user is told of an adapter that is broken. */
    static Refusal failed(CompatiblePetPackageAdapter adapter, String where, Exception thrown) {
        return new Refusal(
                where,
                "cannot be read, since the adapter for " + adapter.displayName() + " failed ("
                        + thrown.getClass().getSimpleName() + ")",
                "tell who made the adapter");
    }

    private static String url(Path folder, String path) {
        try {
            return folder.resolve(SafePath.parse("", path).toString()).toUri().toString();
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.problem().what(), e);
        }
    }

    private static String reason(CompatiblePetPackageAdapter adapter, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return "cannot be read as " + adapter.displayName();
        }
        String message = words.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ");
        return message.length() > MOST_WORDS ? message.substring(0, MOST_WORDS) + "…" : message;
    }
}
