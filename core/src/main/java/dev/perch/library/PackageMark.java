package dev.perch.library;

import dev.perch.model.PackageSource;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a package on disk is as it was, by the names, sizes and times of its files; reads none of them. */
final class PackageMark {
    private static final int DEPTH = 5;
    private static final int MOST_FILES = 512;

    private PackageMark() {}

    /** The mark of a package as it is now; null where there is none to be had: look at it anew each time. */
    static @Nullable String of(PackageSource source) {
        Path path = path(source);
        if (path == null) {
            return "bundled";
        }
        List<String> files = new ArrayList<>();
        try {
            Path real = path.toRealPath();
            Files.walkFileTree(real, Set.<FileVisitOption>of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
                    files.add(real.relativize(file) + "|" + found.size() + "|"
                            + found.lastModifiedTime().toMillis() + "|" + found.isRegularFile());
                    return files.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unread) {
                    files.add(real.relativize(file) + "|unread");
                    return FileVisitResult.CONTINUE;
                }
            });
            files.add("at " + real);
        } catch (IOException gone) {
            return Files.exists(path) ? null : "nowhere";
        }
        Collections.sort(files);
        return files.size() + "-" + Long.toHexString(hash(files));
    }

    /** Where it lies; null for one that comes with Perch. */
    static @Nullable Path path(PackageSource source) {
        if (source instanceof PackageSource.Folder folder) {
            return folder.path();
        }
        return source instanceof PackageSource.Zip zip ? zip.path() : null;
    }

    /** Sixty-four bits against accidents (FNV-1a); a forged one gains nothing, for a verdict opens no package. */
    private static long hash(List<String> lines) {
        long hash = 0xcbf29ce484222325L;
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                hash = (hash ^ line.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '\n') * 0x100000001b3L;
        }
        return hash;
    }
}
