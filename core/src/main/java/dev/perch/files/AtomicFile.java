package dev.perch.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small file that at every moment has either its old or its new bytes, whatever stops the process or the machine. Of several
 * writers at a time, in this process or others, the last counts. Each fills a file of its own, such as
 * {@code state.json.4711-0.part}; what a killed one leaves of it goes with the next write.
 */
public final class AtomicFile {
    private static final FileAttribute<?>[] OWNER = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private static final Set<OpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final String PART = ".part";

    /** Of a part's name: the process that writes it. */
    private static final Pattern WRITER = Pattern.compile("(\\d{1,18})-\\d+" + PART);

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
        deleteLeftovers(folder);
        int part = 0;
        while (!write(
                bytes, file.resolveSibling(partsName() + ProcessHandle.current().pid() + "-" + part + PART))) {
            part++;
        }
        Folders.sync(folder);
    }

    private String partsName() {
        return file.getFileName() + ".";
    }

    /** @return false when another writer of this process fills that part */
    private boolean write(byte[] bytes, Path part) throws IOException {
        boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = ownerOnly && posix ? OWNER : new FileAttribute<?>[0];
        FileChannel out;
        try {
            out = FileChannel.open(part, NEW, attributes);
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
        try {
            try (out) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException unwritten) {
            Files.deleteIfExists(part);
            throw unwritten;
        }
    }

    private void deleteLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, this::isLeftover)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private boolean isLeftover(Path other) {
        String name = other.getFileName().toString();
        if (!name.startsWith(partsName())) {
            return false;
        }
        Matcher part = WRITER.matcher(name.substring(partsName().length()));
        return part.matches() && ProcessHandle.of(Long.parseLong(part.group(1))).isEmpty();
    }
}
