package dev.perch.library;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.perch.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;

/** Copies the data files of a package folder, one part at a time, following no link below the folder itself. */
final class FolderCopy {
    /** What packages are made of; all else (readmes of tools, sources, programs) stays behind. */
    private static final Set<String> DATA =
            Set.of("json", "webp", "png", "apng", "jpg", "jpeg", "gif", "txt", "md", "xml");

    /** As for archives: what a package may have, see {@code PackageLimits}; Shimeji pets have up to 200 pictures. */
    private static final int MOST_FILES = 512;

    private static final int MOST_DEPTH = 4;
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);

    private final Path from;
    private int files;
    private long bytes;

    private FolderCopy(Path from) {
        this.from = from;
    }

    /** Copies into a new folder. */
    static void copy(Path from, Path to) throws LibraryFault, IOException {
        Path real = from.toRealPath();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(real)) {
            new FolderCopy(real).copy(inside, real, to, 1);
        }
    }

    private void copy(DirectoryStream<Path> inside, Path at, Path to, int depth) throws LibraryFault, IOException {
        Files.createDirectory(to);
        for (Path path : inside) {
            Path name = path.getFileName();
            BasicFileAttributes found = attributes(inside, at, name);
            if (name.toString().startsWith(".")) {
                continue;
            }
            if (found.isDirectory() && depth < MOST_DEPTH) {
                try (DirectoryStream<Path> deeper = open(inside, at, name)) {
                    copy(deeper, at.resolve(name), to.resolve(name.toString()), depth + 1);
                }
            } else if (found.isRegularFile() && isData(name.toString())) {
                copyFile(inside, at, name, to.resolve(name.toString()));
            }
        }
    }

    private static BasicFileAttributes attributes(DirectoryStream<Path> inside, Path at, Path name) throws IOException {
        return inside instanceof SecureDirectoryStream<Path> secure
                ? secure.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                        .readAttributes()
                : Files.readAttributes(at.resolve(name), BasicFileAttributes.class, NOFOLLOW_LINKS);
    }

    @SuppressWarnings("StreamResourceLeak") // closed by who asks
    private static DirectoryStream<Path> open(DirectoryStream<Path> inside, Path at, Path name) throws IOException {
        return inside instanceof SecureDirectoryStream<Path> secure
                ? secure.newDirectoryStream(name, NOFOLLOW_LINKS)
                : Files.newDirectoryStream(at.resolve(name));
    }

    private void copyFile(DirectoryStream<Path> inside, Path at, Path name, Path to) throws LibraryFault, IOException {
        if (++files > MOST_FILES) {
            throw tooMuch("has more than " + MOST_FILES + " files");
        }
        try (SeekableByteChannel channel = inside instanceof SecureDirectoryStream<Path> secure
                        ? secure.newByteChannel(name, READ)
                        : Files.newByteChannel(at.resolve(name), READ);
                InputStream in = Channels.newInputStream(channel);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            byte[] part = new byte[64 * 1024];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                bytes += n;
                if (bytes > MOST_BYTES) {
                    throw tooMuch("is larger than " + MOST_BYTES / (1024 * 1024) + " MiB");
                }
                out.write(part, 0, n);
            }
        }
    }

    private LibraryFault tooMuch(String what) {
        return new LibraryFault(Problem.error(
                String.valueOf(from.getFileName()), what, "give the folder of one pet with its files alone"));
    }

    private static boolean isData(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && DATA.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
