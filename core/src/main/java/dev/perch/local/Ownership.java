package dev.perch.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Who owns a file and what it is, by {@code lstat}: links are never followed. */
public final class Ownership {
    private static final int KIND = 0170000;
    private static final int FOLDER = 0040000;
    private static final int PLAIN = 0100000;
    private static final int SOCKET = 0140000;
    private static final int OTHERS = 0077;
    private static final int OWNER = 0700;

    private final int uid;
    private final int mode;

    private Ownership(int uid, int mode) {
        this.uid = uid;
        this.mode = mode;
    }

    /**
     * That of a file.
     *
     * @throws IOException when there is no such file, or it cannot be seen
     */
    public static Ownership of(Path file) throws IOException {
        return new Ownership(attribute(file, "unix:uid"), attribute(file, "unix:mode"));
    }

    /** Whether this system knows owners at all. */
    public static boolean isKnown(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /** Whether it belongs to the user that this process runs as. */
    public boolean isOurs() {
        return uid == (int) new UnixSystem().getUid();
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return (mode & KIND) == FOLDER;
    }

    /** Whether it is a file, no link. */
    public boolean isPlainFile() {
        return (mode & KIND) == PLAIN;
    }

    /** Whether it is a socket. */
    public boolean isSocket() {
        return (mode & KIND) == SOCKET;
    }

    /** Whether nobody else has any right on it, and its owner has all that a folder takes. */
    public boolean isPrivateFolder() {
        return isFolder() && (mode & OTHERS) == 0 && (mode & OWNER) == OWNER;
    }

    private static int attribute(Path file, String name) throws IOException {
        return (Integer) Files.getAttribute(file, name, LinkOption.NOFOLLOW_LINKS);
    }
}
