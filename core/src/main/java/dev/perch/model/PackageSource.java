package dev.perch.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a pet package is read from: once, into private memory, never again. */
public sealed interface PackageSource {
    /** The name of the pet in the library: that of its folder, or of its zip without the ending. */
    String id();

    /** What problems call it. */
    String label();

    /**
     * A folder, or the user's own symbolic link to one.
     *
     * @param path of the folder
     */
    record Folder(Path path) implements PackageSource {
        @Override
        public String id() {
            return fileName(path);
        }

        @Override
        public String label() {
            return id();
        }
    }

    /**
     * A zip with the package at its top or in its one folder.
     *
     * @param path of the zip
     */
    record Zip(Path path) implements PackageSource {
        @Override
        public String id() {
            String name = label();
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }

        @Override
        public String label() {
            return fileName(path);
        }
    }

    /**
     * Files that come with Perch, by relative path.
     *
     * @param id the name of the pet
     * @param files opened at most once a load
     * @param contentHash what all that would be hashed to, so that it need not be read; null: unknown
     */
    record Bundled(
            String id, Map<String, Opener> files, @Nullable String contentHash) implements PackageSource {
        /** Copies the map. */
        public Bundled {
            files = Map.copyOf(files);
        }

        /** Files whose hash is not known. */
        public Bundled(String id, Map<String, Opener> files) {
            this(id, files, null);
        }

        @Override
        public String label() {
            return id;
        }
    }

    /** Opens a file for one reading. */
    @FunctionalInterface
    interface Opener {
        /** The bytes from the start; the caller closes it. @throws IOException when it cannot be read */
        InputStream open() throws IOException;
    }

    /** The source at that path: a folder, else taken for a zip. */
    static PackageSource of(Path path) {
        return Files.isDirectory(path) ? new Folder(path) : new Zip(path);
    }

    private static String fileName(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "pet" : name.toString();
    }
}
