package dev.perch.pack;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files of a folder, reached one part at a time without following a link. */
final class FolderFiles implements SourceFiles {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);

    private final Path folder;
    private final DirectoryStream<Path> stream;

    private FolderFiles(Path folder, DirectoryStream<Path> stream) {
        this.folder = folder;
        this.stream = stream;
    }

    /**
     * Opens a folder. It may itself be a symbolic link if the link and its target belong to {@code self}; that link is
     * resolved here, once.
     *
     * @param self a file of the user who runs Perch
     */
    @SuppressWarnings("StreamResourceLeak") // closed with this
    static FolderFiles open(Path folder, Path self) throws Refusal, IOException {
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            throw new Refusal("", "there is no such folder", "check the path");
        }
        if (Files.isSymbolicLink(folder) && !ownLink(folder, self)) {
            throw new Refusal("", "is a link of another user, or to a folder of another user", "copy the folder");
        }
        Path real = folder.toRealPath();
        if (!Files.isDirectory(real, NOFOLLOW_LINKS)) {
            throw new Refusal("", "is not a folder", "give the folder that holds pet.json");
        }
        return new FolderFiles(real, Files.newDirectoryStream(real));
    }

    private static boolean ownLink(Path link, Path self) throws IOException {
        Object user = Files.getOwner(self);
        return Files.exists(link)
                && Files.getOwner(link, NOFOLLOW_LINKS).equals(user)
                && Files.getOwner(link).equals(user);
    }

    @Override
    public byte @Nullable [] read(SafePath path, int limit) throws Refusal, IOException {
        try {
            return stream instanceof SecureDirectoryStream<Path> secure
                    ? readSecurely(secure, path, 0, limit)
                    : readPlainly(path, limit);
        } catch (NoSuchFileException e) {
            return null;
        } catch (NotDirectoryException e) {
            throw notPlain(path);
        }
    }

    private static byte[] readSecurely(SecureDirectoryStream<Path> dir, SafePath path, int depth, int limit)
            throws Refusal, IOException {
        List<String> parts = path.parts();
        Path name = Path.of(parts.get(depth));
        BasicFileAttributes found = dir.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                .readAttributes();
        if (depth < parts.size() - 1) {
            if (!found.isDirectory()) {
                throw notPlain(path);
            }
            try (SecureDirectoryStream<Path> inner = dir.newDirectoryStream(name, NOFOLLOW_LINKS)) {
                return readSecurely(inner, path, depth + 1, limit);
            }
        }
        if (!found.isRegularFile()) {
            throw notPlain(path);
        }
        try (SeekableByteChannel channel = dir.newByteChannel(name, READ)) {
            return readAll(channel, path, limit);
        }
    }

    /* Without SecureDirectoryStream (Windows) a swap between check and open can be lost, but not a link that stays. */
    private byte[] readPlainly(SafePath path, int limit) throws Refusal, IOException {
        Path at = folder;
        for (int i = 0; i < path.parts().size(); i++) {
            at = at.resolve(path.parts().get(i));
            BasicFileAttributes found = Files.readAttributes(at, BasicFileAttributes.class, NOFOLLOW_LINKS);
            boolean last = i == path.parts().size() - 1;
            if (last ? !found.isRegularFile() : !found.isDirectory()) {
                throw notPlain(path);
            }
        }
        try (SeekableByteChannel channel = Files.newByteChannel(at, READ)) {
            return readAll(channel, path, limit);
        }
    }

    @Override
    public List<SafePath> list(String below, PackageLimits limits) throws Refusal, IOException {
        List<SafePath> found = new ArrayList<>();
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            try (SecureDirectoryStream<Path> top = secure.newDirectoryStream(Path.of("."), NOFOLLOW_LINKS)) {
                list(top, List.of(), below, limits, found);
            }
        } else {
            listPlainly(folder, List.of(), below, limits, found);
        }
        found.sort(Comparator.comparing(SafePath::toString));
        return found;
    }

    private static void list(
            SecureDirectoryStream<Path> dir,
            List<String> above,
            String below,
            PackageLimits limits,
            List<SafePath> found)
            throws Refusal, IOException {
        for (Path entry : dir) {
            Path name = entry.getFileName();
            BasicFileAttributes is = dir.getFileAttributeView(name, BasicFileAttributeView.class, NOFOLLOW_LINKS)
                    .readAttributes();
            List<String> parts = joined(above, name);
            if (is.isDirectory() && mayEnter(name, parts, below, limits)) {
                try (SecureDirectoryStream<Path> inner = dir.newDirectoryStream(name, NOFOLLOW_LINKS)) {
                    list(inner, parts, below, limits, found);
                }
            } else if (is.isRegularFile()) {
                take(parts, below, limits, found);
            }
        }
    }

    private static void listPlainly(
            Path dir, List<String> above, String below, PackageLimits limits, List<SafePath> found)
            throws Refusal, IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
            for (Path entry : entries) {
                BasicFileAttributes is = Files.readAttributes(entry, BasicFileAttributes.class, NOFOLLOW_LINKS);
                List<String> parts = joined(above, entry.getFileName());
                if (is.isDirectory() && mayEnter(entry.getFileName(), parts, below, limits)) {
                    listPlainly(entry, parts, below, limits, found);
                } else if (is.isRegularFile()) {
                    take(parts, below, limits, found);
                }
            }
        }
    }

    private static List<String> joined(List<String> above, Path name) {
        List<String> parts = new ArrayList<>(above);
        parts.add(name.toString());
        return parts;
    }

    private static boolean mayEnter(Path name, List<String> parts, String below, PackageLimits limits) {
        String path = String.join("/", parts) + "/";
        boolean onTheWay = path.startsWith(below) || below.startsWith(path);
        return onTheWay && parts.size() < limits.depth() && !name.toString().startsWith(".");
    }

    private static void take(List<String> parts, String below, PackageLimits limits, List<SafePath> found)
            throws Refusal {
        String name = parts.get(parts.size() - 1);
        if (!SourceFiles.isData(name)
                || name.startsWith(".")
                || !String.join("/", parts).startsWith(below)) {
            return;
        }
        if (found.size() == limits.entries()) {
            throw new Refusal(
                    "", "holds more than " + limits.entries() + " files of data", "give the pet's own folder");
        }
        found.add(new SafePath(parts));
    }

    private static byte[] readAll(SeekableByteChannel channel, SafePath path, int limit) throws Refusal, IOException {
        try (InputStream in = Channels.newInputStream(channel)) {
            return SourceFiles.readAtMost(in, limit, path.toString());
        }
    }

    private static Refusal notPlain(SafePath path) {
        return new Refusal(path.toString(), "is a link, or no plain file", "put the file itself into the package");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
