package dev.perch.pack;

import dev.perch.model.PackageSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of a package under import. Each is read once. */
interface SourceFiles extends Closeable {
    /** Endings of data files. */
    Set<String> DATA = Set.of("json", "xml", "png", "apng", "webp", "gif");

    /**
     * The bytes of a file.
     *
     * @param limit most bytes that it may have
     * @return null when there is no such file
     * @throws Refusal when it is no plain file, or longer than the limit
     * @throws IOException when it cannot be read
     */
    byte @Nullable [] read(SafePath path, int limit) throws Refusal, IOException;

    /**
     * All data files, in order of their names: JSON, XML and pictures. Links and hidden files are left out.
     *
     * @param below what their paths begin with: empty, or a folder with a slash at its end
     * @throws Refusal when there are more than a package may have
     * @throws IOException when they cannot be listed
     */
    List<SafePath> list(String below, PackageLimits limits) throws Refusal, IOException;

    /** Whether a file of that name may hold data of a pet. */
    static boolean isData(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && DATA.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    default void close() throws IOException {}

    /**
     * The files of a package.
     *
     * @param self a folder that belongs to the user who runs this: links are followed only to what is the user's own
     * @param manifests names of files that show where in a zip the package begins
     */
    static SourceFiles of(PackageSource source, Path self, Set<String> manifests, PackageLimits limits)
            throws Refusal, IOException {
        if (source instanceof PackageSource.Folder folder) {
            return FolderFiles.open(folder.path(), self);
        }
        if (source instanceof PackageSource.Bundled bundled) {
            return new BundledFiles(bundled);
        }
        return ZipFiles.open(((PackageSource.Zip) source).path(), manifests, limits);
    }

    /** Reads to the end, but never more than {@code limit + 1} bytes. */
    static byte[] readAtMost(InputStream in, int limit, String where) throws Refusal, IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Refusal(where, "is larger than " + size(limit), "make it smaller");
        }
        return bytes;
    }

    /** A number of bytes for people. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1024 * 1024 ? bytes / 1024 + " KiB" : bytes / (1024 * 1024) + " MiB";
    }
}
