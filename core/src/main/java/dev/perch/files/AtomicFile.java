package dev.perch.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small file that at every moment has either its old or its new bytes, whatever stops the process or the machine. For one
 * writer at a time. What a killed writer leaves is a file of the same name with {@code .part}, which the next write replaces.
 */
public final class AtomicFile {
    private static final FileAttribute<?>[] OWNER = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private final Path file;
    private final boolean ownerOnly;

    /** That file, which need not exist, nor its folder. */
    public AtomicFile(Path file) {
        this(file, false);
    }

    /**
     * That file, which need not exist, nor its folder.
     *
     * @param ownerOnly whether nobody but its owner may read it, where the file system can say so
     */
    public AtomicFile(Path file, boolean ownerOnly) {
        this.file = file.toAbsolutePath();
        this.ownerOnly = ownerOnly;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /**
     * Its bytes.
     *
     * @param most how many there may be
     * @throws java.nio.file.NoSuchFileException when there is no such file
     * @throws IOException when it cannot be read, or has more bytes
     */
    public byte[] read(int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("it has more than " + most + " bytes");
            }
            return bytes;
        }
    }

    /**
     * Gives it those bytes. Blocks until they are on the disk.
     *
     * @throws IOException when that is not possible; the old bytes are still there
     */
    public void write(byte[] bytes) throws IOException {
        Path folder = file.resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            fill(part, bytes, ownerOnly);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritten) {
            Files.deleteIfExists(part); // one that was moved is gone, and what has its name then is another writer's
            throw unwritten;
        }
        Folders.sync(folder);
    }

    private static void fill(Path part, byte[] bytes, boolean ownerOnly) throws IOException {
        Files.deleteIfExists(part);
        boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = ownerOnly && posix ? OWNER : new FileAttribute<?>[0];
        Set<OpenOption> how =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel out = FileChannel.open(part, how, attributes)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
    }
}
