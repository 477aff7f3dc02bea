package dev.perch.pack;

import dev.perch.model.PackageSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files that come with Perch. */
record BundledFiles(PackageSource.Bundled source) implements SourceFiles {
    @Override
    public byte @Nullable [] read(SafePath path, int limit) throws Refusal, IOException {
        PackageSource.Opener opener = source.files().get(path.toString());
        if (opener == null) {
            return null;
        }
        try (InputStream in = opener.open()) {
            return SourceFiles.readAtMost(in, limit, path.toString());
        }
    }

    @Override
    public List<SafePath> list(String below, PackageLimits limits) throws Refusal {
        List<SafePath> paths = new ArrayList<>();
        for (String name : new TreeSet<>(source.files().keySet())) {
            if (SourceFiles.isData(name) && name.startsWith(below)) {
                paths.add(SafePath.parse("", name));
            }
        }
        return paths;
    }
}
