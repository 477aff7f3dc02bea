package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All bytes of a package that matter, read once.
 *
 * @param adapter what reads the format
 * @param manifest as {@code adapter} saw it
 * @param manifestName the file that it was in, or null for a synthetic one
 * @param files by relative path, the manifest among them
 * @param block the interactions that the manifest declares, which are the same in every format
 * @param hash SHA-256 of all that, in hex
 * @param warnings about files that could not be read and need not be
 */
record PackageBytes(
        CompatiblePetPackageAdapter adapter,
        Map<String, @Nullable Object> manifest,
        @Nullable String manifestName,
        Map<String, byte[]> files,
        ManifestReader.Block block,
        String hash,
        List<Problem> warnings) {

    /** What to call the place in which the package names its files. */
    String manifestLabel() {
        return manifestName == null ? "the package" : manifestName;
    }
}
