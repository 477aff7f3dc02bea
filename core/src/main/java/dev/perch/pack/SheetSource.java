package dev.perch.pack;

import dev.perch.model.Problem;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All bytes of a package that matter, read once.
 *
 * @param manifest as read
 * @param sheets by name, the plain one first, then {@code @2x} and {@code @3x} where they are
 * @param hash SHA-256 of all that, in hex
 * @param warnings about sheets that could not be read and need not be
 */
record SheetSource(Manifest manifest, Map<String, byte[]> sheets, String hash, List<Problem> warnings) {
    /** Reads the manifest and the sheets of a package, and checks the manifest. */
    static SheetSource read(SourceFiles files, PackageLimits limits) throws Refusal, IOException {
        String name = Manifest.FILE;
        byte[] json = files.read(SafePath.parse("", name), limits.manifestBytes());
        if (json == null) {
            name = Manifest.LEGACY_FILE;
            json = files.read(SafePath.parse("", name), limits.manifestBytes());
        }
        if (json == null) {
            throw new Refusal("", "has no pet.json", "give the folder or zip of a Codex pet");
        }
        Manifest manifest = Manifest.of(name, ManifestReader.read(name, json, limits));
        MessageDigest digest = SealFormat.sha256();
        SealFormat.add(digest, name, json);
        Map<String, byte[]> sheets = new LinkedHashMap<>();
        List<Problem> warnings = new ArrayList<>();
        for (String suffix : List.of("", "@2x", "@3x")) {
            SafePath path = manifest.sheet().withSuffix(suffix);
            byte[] sheet;
            try {
                sheet = files.read(path, limits.imageBytes());
            } catch (Refusal e) {
                if (suffix.isEmpty()) {
                    throw e;
                }
                warnings.add(Artwork.ignored(e));
                continue;
            }
            if (sheet != null) {
                SealFormat.add(digest, path.toString(), sheet);
                sheets.put(path.toString(), sheet);
            } else if (suffix.isEmpty()) {
                throw new Refusal(path.toString(), "is missing", "put the sheet there, or correct spritesheetPath");
            }
        }
        return new SheetSource(manifest, sheets, SealFormat.hex(digest), List.copyOf(warnings));
    }
}
