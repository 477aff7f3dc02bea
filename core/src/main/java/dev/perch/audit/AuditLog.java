package dev.perch.audit;

import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file a day, a line an event: its number, the SHA-256 of the line before it, and what happened. A later edit or gap is found
 * by {@link AuditCheck}; whoever can write as this user can still write the whole chain anew. Safe for threads; not for the render
 * thread.
 */
public final class AuditLog {
    /** What the first line of all has before it. */
    static final String NOTHING = "0".repeat(64);

    /** Files older than this many days are deleted. */
    private static final int MOST_DAYS = 30;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final LongSupplier wallMillis;
    private @Nullable String last;
    private long number;

    /**
     * A log in that folder, which is made with the first line.
     *
     * @param wallMillis the wall clock
     */
    public AuditLog(Path folder, LongSupplier wallMillis) {
        this.folder = folder;
        this.wallMillis = wallMillis;
    }

    /**
     * Writes one event down.
     *
     * @throws IOException when that is not possible
     */
    public synchronized void append(String kind, Map<String, String> fields) throws IOException {
        Instant now = Instant.ofEpochMilli(wallMillis.getAsLong());
        Files.createDirectories(folder);
        String before = begin();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ts", now.toString());
        line.put("n", number + 1);
        line.put("prev", before);
        line.put("kind", kind);
        line.putAll(fields);
        String text = JsonTree.line(line);
        write(folder.resolve("audit-" + DAY.format(now) + ".jsonl"), text + "\n");
        number++;
        last = sha256(text);
    }

    /** The log's files, oldest first. */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("audit-\\d{8}\\.jsonl"))
                    .sorted()
                    .toList();
        }
    }

    /** Finds where the chain ends; a line that a crash tore is cut off. */
    private String begin() throws IOException {
        String known = last;
        if (known != null) {
            return known;
        }
        List<Path> files = new ArrayList<>(files(folder));
        while (files.size() > MOST_DAYS) {
            Files.delete(files.remove(0));
        }
        String found = NOTHING;
        for (Path file : files) {
            heal(file);
            for (String line : Files.readAllLines(file)) {
                found = sha256(line);
                number++;
            }
        }
        number = files.isEmpty() ? 0 : AuditCheck.numberOfLast(files.get(files.size() - 1), number);
        last = found;
        return found;
    }

    private static void heal(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                channel.read(one, end - 1);
                if (one.get(0) == '\n') {
                    break;
                }
                end--;
            }
            channel.truncate(end);
        }
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(false);
        }
    }

    static String sha256(String line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
