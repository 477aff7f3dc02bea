package dev.perch.pack;

import dev.perch.files.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sealed pets on disk, by key. Several processes may use the same folder: a pet appears whole, or not at all. */
final class Seals {
    /** Far beyond any import: an hour. */
    private static final long ABANDONED_MILLIS = 3_600_000;

    private final Path packages;
    private final Path staging;

    /** @param store a folder of Perch's own; made where it is missing */
    Seals(Path store) {
        this.packages = store.resolve("packages");
        this.staging = store.resolve("staging");
    }

    /** A folder that belongs to the user who runs Perch. */
    Path home() throws IOException {
        return Files.createDirectories(packages);
    }

    /** An empty folder that only this user can read, on the same file system as the sealed pets. */
    Path stage() throws IOException {
        Files.createDirectories(packages);
        Files.createDirectories(staging);
        Path stage = Files.createTempDirectory(staging, "import-");
        sweep(stage);
        return stage;
    }

    /** Deletes what a crash left behind: the file system's own clock tells how old it is. */
    private void sweep(Path newest) throws IOException {
        FileTime old = FileTime.fromMillis(Files.getLastModifiedTime(newest).toMillis() - ABANDONED_MILLIS);
        List<Path> abandoned = new ArrayList<>();
        try (DirectoryStream<Path> stages = Files.newDirectoryStream(staging)) {
            for (Path stage : stages) {
                if (Files.exists(stage) && Files.getLastModifiedTime(stage).compareTo(old) < 0) {
                    abandoned.add(stage);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
        for (Path stage : abandoned) {
            Folders.delete(stage);
        }
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
