package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.model.Problem;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the manifest of one package and the adapter that reads it, and copies what that one needs into memory. */
final class PackageReader {
    /** What a denser version of a picture has before its ending. */
    static final List<String> DENSITIES = List.of("@2x", "@3x");

    private static final String NO_PET = "give the folder or zip of a pet";

    private final List<CompatiblePetPackageAdapter> adapters;
    private final PackageLimits limits;
    private final SourceFiles source;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();
    private long total;

    PackageReader(List<CompatiblePetPackageAdapter> adapters, PackageLimits limits, SourceFiles source) {
        this.adapters = adapters;
        this.limits = limits;
        this.source = source;
    }

    private record Found(
            CompatiblePetPackageAdapter adapter,
            ManifestReader.Whole whole,
            @Nullable String name) {
        Map<String, @Nullable Object> manifest() {
            return whole.json();
        }
    }

    /** Which adapter knows a package, as soon as one does. */
    static final class Choice {
        @Nullable
        CompatiblePetPackageAdapter adapter;
    }

    /** Reads the package. */
    PackageBytes read(Choice choice) throws Refusal, IOException {
        Found found = byManifest();
        if (found == null) {
            found = byFiles();
        }
        choice.adapter = found.adapter;
        MessageDigest digest = SealFormat.sha256();
        byte[] json = found.name == null ? null : files.get(found.name);
        files.clear();
        if (found.name != null && json != null) {
            keep(found.name, json);
        }
        copy(wanted(found));
        files.forEach((name, bytes) -> SealFormat.add(digest, name, bytes));
        return new PackageBytes(
                found.adapter,
                found.manifest(),
                found.name,
                files,
                block(found),
                SealFormat.hex(digest),
                List.copyOf(warnings));
    }

    private @Nullable Found byManifest() throws Refusal, IOException {
        Map<String, ManifestReader.Whole> manifests = new LinkedHashMap<>();
        Refusal broken = null;
        Set<String> missing = new LinkedHashSet<>();
        for (CompatiblePetPackageAdapter adapter : adapters) {
            for (String name : adapter.manifestNames()) {
                if (missing.contains(name)) {
                    continue;
                }
                if (!manifests.containsKey(name)) {
                    byte[] json = source.read(SafePath.parse("", name), limits.manifestBytes());
                    if (json == null) {
                        missing.add(name);
                        continue;
                    }
                    files.put(name, json);
                    try {
                        manifests.put(name, ManifestReader.whole(name, json, limits));
                    } catch (Refusal e) {
                        missing.add(name);
                        broken = broken == null ? e : broken;
                        continue;
                    }
                }
                ManifestReader.Whole manifest = manifests.get(name);
                if (manifest != null && knows(adapter, manifest.json())) {
                    return new Found(adapter, manifest, name);
                }
            }
        }
        if (broken != null) {
            throw broken;
        }
        return null;
    }

    private Found byFiles() throws Refusal, IOException {
        List<SafePath> all = source.list("", limits);
        Map<String, @Nullable Object> manifest = SyntheticManifest.of(all, this::read);
        for (CompatiblePetPackageAdapter adapter : adapters) {
            if (knows(adapter, manifest)) {
                return new Found(adapter, new ManifestReader.Whole(manifest, ManifestReader.Block.NONE), null);
            }
        }
        if (!files.isEmpty()) {
            String name = files.keySet().iterator().next();
            throw new Refusal(
                    name, "is of no format that Perch knows", "see which formats it reads in docs/formats.md");
        }
        throw new Refusal("", "has no pet.json, and is of no other format that Perch knows", NO_PET);
    }

    /** An adapter that fails knows nothing. */
    private boolean knows(CompatiblePetPackageAdapter adapter, Map<String, @Nullable Object> manifest) {
        try {
            return adapter.detect(manifest);
        } catch (RuntimeException e) {
            warnings.add(Artwork.ignored(Adapting.failed(adapter, "", e)));
            return false;
        }
    }

    private static List<String> wanted(Found found) throws Refusal {
        try {
            return List.copyOf(found.adapter.files(found.manifest()));
        } catch (IOException | RuntimeException e) {
            throw Adapting.refusal(found.adapter, found.name, e);
        }
    }

    /** What the manifest declares, or else a {@code pet.json} that came along. */
    private ManifestReader.Block block(Found found) {
        byte[] beside = files.get(Manifest.FILE);
        if (beside == null || found.manifest().containsKey(ManifestReader.BLOCK)) {
            return found.whole.block();
        }
        try {
            return ManifestReader.whole(Manifest.FILE, beside, limits).block();
        } catch (Refusal noManifest) {
            return ManifestReader.Block.NONE;
        }
    }

    private void copy(List<String> wanted) throws Refusal, IOException {
        for (String name : wanted) {
            if (name.endsWith("/")) {
                String below = name.equals("/") ? "" : name;
                for (SafePath path : source.list(below, limits)) {
                    take(path);
                }
            } else {
                SafePath path = SafePath.parse("", name);
                if (take(path) && isPicture(path)) {
                    takeDenser(path);
                }
            }
        }
    }

    private void takeDenser(SafePath path) throws IOException {
        for (String density : DENSITIES) {
            try {
                take(path.withSuffix(density));
            } catch (Refusal e) {
                warnings.add(Artwork.ignored(e));
            }
        }
    }

    private boolean take(SafePath path) throws Refusal, IOException {
        if (files.containsKey(path.toString())) {
            return true;
        }
        byte[] bytes = read(path);
        if (bytes == null) {
            return false;
        }
        keep(path.toString(), bytes);
        return true;
    }

    private void keep(String name, byte[] bytes) throws Refusal {
        total += bytes.length;
        if (total > limits.totalBytes() || files.size() == limits.entries()) {
            throw new Refusal(
                    "",
                    "has more than " + SourceFiles.size(limits.totalBytes()) + " or " + limits.entries()
                            + " files of data",
                    "keep only what the pet needs");
        }
        files.put(name, bytes);
    }

    private byte @Nullable [] read(SafePath path) throws Refusal, IOException {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return source.read(path, limits.manifestBytes());
        }
        return source.read(path, name.endsWith(".xml") ? limits.xmlBytes() : limits.imageBytes());
    }

    private static boolean isPicture(SafePath path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return !name.endsWith(".json") && !name.endsWith(".xml");
    }
}
