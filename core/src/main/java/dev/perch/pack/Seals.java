package dev.perch.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The sealed pets on disk, by key. Several processes may use the same folder: a pet appears whole, or not at all. */
final class Seals {
    private final Path packages;
    private final Path staging;

    /** @param store a folder of Perch's own; made where it is missing */
    Seals(Path store) {
        this.packages = store.resolve("packages");
        this.staging = store.resolve("staging");
    }

    /** An empty folder that only this user can read, on the same file system as the sealed pets. */
    Path stage() throws IOException {
        Files.createDirectories(packages);
        Files.createDirectories(staging);
        return Files.createTempDirectory(staging, "import-");
    }

    Path folder(String key) {
        return packages.resolve(key);
    }

    @Nullable
    SealedPet find(String key) {
        return SealReader.read(folder(key));
    }

    /** Moves a finished folder to its place; where another process was faster with a whole one, that one stays. */
    void publish(Path finished, String key) throws IOException {
        Path target = folder(key);
        if (Files.exists(target) && find(key) == null) {
            Path spoilt = stage();
            Files.move(target, spoilt.resolve("spoilt"), StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(spoilt);
        }
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(packages);
        } catch (IOException e) {
            if (find(key) == null) {
                throw e;
            }
        }
    }
}
