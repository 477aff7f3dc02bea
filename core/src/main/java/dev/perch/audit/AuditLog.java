package dev.perch.audit;

import dev.perch.json.JsonTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

/**
 * A file a day, a line an event: its number, the SHA-256 of the line before it, and what happened; {@link AuditHead} knows the
 * newest. A later edit, gap or cut is found by {@link AuditCheck}; whoever can write as this user can still write the whole chain
 * anew. Processes write in turns. Safe for threads; not for the render thread.
 */
public final class AuditLog {
    /** Files older than this many days are deleted. */
    private static final int MOST_DAYS = 30;

    /** Longer than any line, in bytes. */
    private static final int MOST_LINE = 1 << 18;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final LongSupplier wallMillis;

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
        try (FileChannel turn =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = turn.lock()) {
            AuditHead before = end();
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("ts", now.toString());
            line.put("n", before.number() + 1);
            line.put("prev", before.sha256());
            line.put("kind", kind);
            line.putAll(fields);
            String text = JsonTree.line(line);
            write(folder.resolve("audit-" + DAY.format(now) + ".jsonl"), text + "\n");
            new AuditHead(before.number() + 1, sha256(text)).write(folder);
        }
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

    /** Where the chain goes on: after what the head tells, so that a cut shows for ever, or after what it does not know yet. */
    private AuditHead end() throws IOException {
        List<Path> files = new ArrayList<>(files(folder));
        while (files.size() > MOST_DAYS) {
            Files.delete(files.remove(0));
        }
        String newest = "";
        for (int i = files.size() - 1; i >= 0 && newest.isEmpty(); i--) {
            newest = lastLine(files.get(i));
        }
        AuditHead told;
        try {
            told = AuditHead.read(folder);
        } catch (IOException damaged) {
            told = AuditHead.NOTHING;
        }
        long number = AuditCheck.number(newest, told.number());
        return told.number() >= number ? told : new AuditHead(number, sha256(newest));
    }

    /** The last whole line of a file, or nothing; a line that a crash tore is cut off. */
    private static String lastLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long from = Math.max(0, channel.size() - MOST_LINE);
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - from));
            while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
                // There is more of it.
            }
            String tail = new String(end.array(), 0, end.position(), StandardCharsets.ISO_8859_1);
            int feed = tail.lastIndexOf('\n');
            channel.truncate(from + feed + 1);
            int start = feed < 0 ? 0 : tail.lastIndexOf('\n', feed - 1) + 1;
            byte[] line = tail.substring(start, Math.max(0, feed)).getBytes(StandardCharsets.ISO_8859_1);
            return new String(line, StandardCharsets.UTF_8);
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
