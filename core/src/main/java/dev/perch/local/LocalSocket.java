package dev.perch.local;

import dev.perch.model.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/** The socket's file: bound where nothing is, or where a dead companion left its own. */
public final class LocalSocket {
    private static final int BACKLOG = 16;

    private LocalSocket() {}

    /**
     * Binds a socket that only the user may open.
     *
     * @param lock only its holder may take away what is there
     * @param name of the socket in the lock's folder
     * @throws LocalFault when something else is there, or it cannot be made
     */
    public static ServerSocketChannel bind(InstanceLock lock, String name) throws LocalFault {
        Path file = lock.folder().socket(name);
        try {
            removeStale(file);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(UnixDomainSocketAddress.of(file), BACKLOG);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                checkOurs(file);
                return server;
            } catch (IOException | LocalFault unbound) {
                server.close();
                throw unbound;
            }
        } catch (IOException | UnsupportedOperationException unbound) {
            throw fault(file, unbound);
        }
    }

    /** Who owns a folder that was checked to be the user's: how the system calls that user at a socket's other end. */
    public static UserPrincipal owner(Path folder) throws LocalFault {
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unseen) {
            throw fault(folder, unseen);
        }
    }

    /** Takes the file of a socket away that nobody listens on any more. */
    public static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // the next companion takes it away
        }
    }

    /** A socket that could not be made, in words for the user. */
    public static LocalFault fault(Path file, Exception cause) {
        return new LocalFault(
                problem(file, "it cannot be made (" + cause.getMessage() + ")", "check its folder"), cause);
    }

    /** The JVM leaves the file of a socket behind, so the one of a process that has ended is in the way of the next. */
    private static void removeStale(Path file) throws IOException, LocalFault {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        checkOurs(file);
        if (answers(file)) {
            throw new LocalFault(problem(file, "another program listens on it", "end that program"));
        }
        Files.delete(file);
    }

    private static void checkOurs(Path file) throws IOException, LocalFault {
        Ownership ownership = Ownership.of(file);
        if (!ownership.isSocket() || !ownership.isOurs()) {
            throw new LocalFault(problem(file, "it is something else than a socket of yours", "remove it"));
        }
    }

    /** Anything but a refusal counts as an answer, a full queue too. */
    private static boolean answers(Path file) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(file));
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (SocketException busy) {
            return true;
        }
    }

    private static Problem problem(Path file, String what, String remedy) {
        return Problem.warning(file.toString(), what, remedy + "; until then no program reaches the pet by it");
    }
}
