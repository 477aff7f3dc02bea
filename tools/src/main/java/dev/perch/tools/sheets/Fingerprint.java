package dev.perch.tools.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** What files say, in a hash of their contents, or of their sizes and times, which is read much sooner. */
final class Fingerprint {
    private static final Pattern NAMES_OTHERS = Pattern.compile(".*\\.(json|atlas)");

    private final Path folder;
    private final List<Path> files;

    private Fingerprint(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    /** All plain files of a folder, or one file with those beside it that begin with the same word or that it names. */
    static Fingerprint ofInput(Path input) throws IOException {
        if (Files.isDirectory(input)) {
            try (Stream<Path> all = Files.walk(input, 4)) {
                return new Fingerprint(
                        input, all.filter(Files::isRegularFile).sorted().toList());
            }
        }
        Path folder = input.toAbsolutePath().getParent();
        if (folder == null) {
            return new Fingerprint(input, List.of(input));
        }
        String says = NAMES_OTHERS.matcher(String.valueOf(input.getFileName())).matches() && Files.isRegularFile(input)
                ? Files.readString(input, StandardCharsets.ISO_8859_1)
                : "";
        String stem = String.valueOf(input.getFileName()).replaceFirst("\\.[^.]*$", "");
        try (Stream<Path> beside = Files.list(folder)) {
            List<Path> files = beside.filter(Files::isRegularFile)
                    .filter(file -> beside(String.valueOf(file.getFileName()), stem, says))
                    .sorted()
                    .toList();
            return new Fingerprint(folder, files);
        }
    }

    private static boolean beside(String name, String stem, String says) {
        return name.startsWith(stem) || says.contains(name);
    }

    /** Those names in a folder. */
    static Fingerprint of(Path folder, List<String> names) {
        return new Fingerprint(folder, names.stream().map(folder::resolve).toList());
    }

    /** Sizes and times; empty when a file is gone. */
    String stats() throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                return "";
            }
            name(digest, file);
            String stat =
                    Files.size(file) + " " + Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            digest.update(stat.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Contents; empty when a file is gone. */
    String contents() throws IOException {
        if (!files.stream().allMatch(Files::isRegularFile)) {
            return "";
        }
        MessageDigest digest = sha256();
        try {
            List<byte[]> each = files.parallelStream().map(Fingerprint::content).toList();
            for (int i = 0; i < each.size(); i++) {
                name(digest, files.get(i));
                digest.update(each.get(i));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Two checksums: they tell a change, not malice, and where a JVM starts fast SHA-256 takes ten times as long. */
    private static byte[] content(Path file) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                one.update(buffer, 0, n);
                other.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.allocate(16)
                .putLong(one.getValue())
                .putLong(other.getValue())
                .array();
    }

    private void name(MessageDigest digest, Path file) {
        digest.update((folder.relativize(file).toString().replace('\\', '/') + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
