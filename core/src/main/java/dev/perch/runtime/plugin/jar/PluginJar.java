package dev.perch.runtime.plugin.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A jar that may hold a plugin.
 *
 * @param file where it lies
 * @param sha256 of its bytes, in hex
 */
public record PluginJar(Path file, String sha256) {
    /** The largest jar that is looked at: far more than a plugin needs. */
    static final long MOST_BYTES = 64L << 20;

    /** The name of its file. */
    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** Its bytes, if they are still the ones of the hash. @throws IOException when not, or when they cannot be read */
    byte[] bytes() throws IOException {
        byte[] bytes = read(file);
        if (!sha256(bytes).equals(sha256)) {
            throw new IOException("it was changed a moment ago");
        }
        return bytes;
    }

    /**
     * The jar of that file.
     *
     * @throws IOException when it cannot be read, or is too large
     */
    public static PluginJar of(Path file) throws IOException {
        return new PluginJar(file, sha256(read(file)));
    }

    /** The files that may be plugins: the jars of a folder by name, then those that are named. */
    static List<Path> candidates(Path folder, List<Path> more) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(files::add);
        } catch (IOException noFolder) {
            // then there are none in it
        }
        files.addAll(more);
        return files;
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }
}
