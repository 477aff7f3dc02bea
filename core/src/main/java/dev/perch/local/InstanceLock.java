package dev.perch.local;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Says that this is the user's only companion. The system holds the lock and drops it with the process, however that ends:
 * the file that stays behind means nothing.
 */
public final class InstanceLock implements AutoCloseable {
    private final RunFolder folder;
    private final FileChannel channel;

    private InstanceLock(RunFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody has it. Does not wait.
     *
     * @return empty: another process has it, or another part of this one
     * @throws LocalFault when the file cannot be locked by anybody
     */
    public static Optional<InstanceLock> take(RunFolder folder) throws LocalFault {
        Path file = folder.lock();
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurFile(file)) {
                throw new LocalFault(problem(file, "it is something else than a file of yours", "remove it"));
            }
            return taken(folder, open(file));
        } catch (IOException unlocked) {
            throw new LocalFault(
                    problem(file, "it cannot be locked (" + unlocked.getMessage() + ")", "check the disk"), unlocked);
        }
    }

    private static boolean isOurFile(Path file) throws IOException {
        Ownership ownership = Ownership.of(file);
        return ownership.isPlainFile() && ownership.isOurs();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static Optional<InstanceLock> taken(RunFolder folder, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ourselves) {
            // By POSIX, closing any channel of the file drops this process's lock: this one stays open for its sake.
            return Optional.empty();
        } catch (IOException unlocked) {
            channel.close();
            throw unlocked;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new InstanceLock(folder, channel));
    }

    /** The folder that it guards. */
    public RunFolder folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException unclosed) {
            // the system closes it with the process
        }
    }

    private static Problem problem(Path file, String what, String remedy) {
        return Problem.warning(file.toString(), what, remedy);
    }
}
