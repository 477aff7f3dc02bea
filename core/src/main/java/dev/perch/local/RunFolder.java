package dev.perch.local;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the running companion's lock and sockets. It belongs to the user and nobody else can look into it: that is
 * checked, never mended, since whoever made it otherwise may still hold it open.
 */
public final class RunFolder {
    /** The longest path of a socket, in bytes: Linux takes 107, macOS 103. */
    static final int LONGEST_PATH = 100;

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder where it is missing: {@code perch} in the user's runtime directory if that is one by the rules of XDG,
     * else {@code fallback}.
     *
     * @param runtimeDirectory as in {@code XDG_RUNTIME_DIR}, or null
     * @throws LocalFault when it cannot be made, or what is there is not the user's alone
     */
    public static RunFolder open(@Nullable String runtimeDirectory, Path fallback) throws LocalFault {
        if (!Ownership.isKnown(fallback)) {
            throw new LocalFault(Problem.warning(
                    "control",
                    "this system does not tell who is at the other end of a socket",
                    "use the pet's own window; commands such as perch quit do not work here"));
        }
        Path base = runtime(runtimeDirectory);
        Path path = base == null ? fallback.toAbsolutePath() : base.resolve("perch");
        if (!fits(path.resolve(shortName("control.sock")))) {
            throw fault(path, "its path is longer than a socket's may be (" + LONGEST_PATH + " bytes)");
        }
        make(path);
        check(path);
        return new RunFolder(path);
    }

    /** Where it is: an absolute path. */
    public Path path() {
        return path;
    }

    /** The file of the lock. */
    public Path lock() {
        return path.resolve("instance.lock");
    }

    /** The file of the socket of that name: so called, or by four digits of its hash where its path would be too long. */
    public Path socket(String name) {
        Path file = path.resolve(name);
        return fits(file) ? file : path.resolve(shortName(name));
    }

    private static boolean fits(Path file) {
        return file.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
    }

    private static String shortName(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The XDG rules: absolute, a directory and no link, the user's own, nobody else's to enter. */
    private static @Nullable Path runtime(@Nullable String directory) {
        if (directory == null || directory.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(directory);
            if (!path.isAbsolute()) {
                return null;
            }
            Ownership ownership = Ownership.of(path);
            return ownership.isPrivateFolder() && ownership.isOurs() ? path : null;
        } catch (IOException | InvalidPathException unseen) {
            return null;
        }
    }

    private static void make(Path path) throws LocalFault {
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException there) {
            // it is checked like one that was made
        } catch (IOException unmade) {
            throw fault(path, "it cannot be made (" + unmade.getClass().getSimpleName() + ")", unmade);
        }
    }

    private static void check(Path path) throws LocalFault {
        try {
            Ownership ownership = Ownership.of(path);
            if (!ownership.isFolder()) {
                throw fault(path, "it is a link or a file where a folder should be");
            }
            if (!ownership.isOurs()) {
                throw fault(path, "it belongs to another user");
            }
            if (!ownership.isPrivateFolder()) {
                throw fault(path, "others may look into it, or you may not (it must have mode 0700)");
            }
        } catch (IOException unseen) {
            throw fault(path, "it cannot be looked at", unseen);
        }
    }

    private static LocalFault fault(Path path, String what) {
        return new LocalFault(problem(path, what));
    }

    private static LocalFault fault(Path path, String what, Throwable cause) {
        return new LocalFault(problem(path, what), cause);
    }

    private static Problem problem(Path path, String what) {
        return Problem.warning(
                path.toString(), what, "remove it, or set XDG_RUNTIME_DIR to a folder that is yours alone");
    }
}
