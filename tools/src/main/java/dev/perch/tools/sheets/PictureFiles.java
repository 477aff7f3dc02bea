package dev.perch.tools.sheets;

import dev.perch.pack.FrameReader;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.Refusal;
import dev.perch.pack.TimedPixels;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads picture files of an author, many at once on all processors; what they say does not depend on their order. */
public final class PictureFiles {
    private static final Set<String> ENDINGS = Set.of(".png", ".apng", ".gif", ".webp");

    private final FrameReader reader;
    private final PackageLimits limits;

    /** A reader under the limits of packages. */
    public PictureFiles(FrameReader reader, PackageLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(name.substring(dot)) && Files.isRegularFile(file);
    }

    /** The frames of each file, in the order given. The first that cannot be read, in that order, is the one told. */
    Map<Path, List<TimedPixels>> readAll(Path folder, List<Path> files)
            throws ProblemException, IOException, InterruptedException {
        List<List<TimedPixels>> read = Workers.each(files, file -> read(folder, file));
        Map<Path, List<TimedPixels>> frames = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            frames.put(files.get(i), read.get(i));
        }
        return frames;
    }

    List<TimedPixels> read(Path folder, Path file) throws ProblemException, IOException, InterruptedException {
        String where = folder.relativize(file).toString().replace('\\', '/');
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.imageBytes() + 1);
        }
        if (bytes.length > limits.imageBytes()) {
            throw Problems.bad(where, "is larger than " + limits.imageBytes() / (1 << 20) + " MiB", "make it smaller");
        }
        try {
            return reader.read(where, bytes);
        } catch (Refusal e) {
            throw Problems.of(e);
        }
    }
}
