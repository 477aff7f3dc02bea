package dev.perch.audit;

import dev.perch.json.JsonTree;
import java.io.BufferedReader;
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
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file a day, and another when that is full, a line an event: its number, the SHA-256 of the line before it, and what happened;
 * the chain goes on from file to file, and {@link AuditHead} knows its ends. A later edit, gap or cut is found by
 * {@link AuditCheck}; whoever can write as this user can still write the whole chain anew. Processes write in turns. Safe for
 * threads; not for the render thread.
 */
public final class AuditLog {
    /** Files of more days than these are deleted, and more than so many full ones, the oldest first. */
    private static final int MOST_DAYS = 30;

    private static final int MOST_FULL = 10;

    /** A file has at most so many bytes. */
    private static final long FULL_BYTES = 10L << 20;

    /** The day, and the number of the file where it is not the day's first; names sort as they were written. */
    private static final Pattern NAME = Pattern.compile("audit-(\\d{8})(?:_(\\d{3}))?\\.jsonl");

    /** Longer than any line, in bytes. */
    private static final int MOST_LINE = 1 << 18;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final LongSupplier wallMillis;
    private final long fullBytes;

    /**
     * A log in that folder, which is made with the first line.
     *
     * @param wallMillis the wall clock
     */
    public AuditLog(Path folder, LongSupplier wallMillis) {
        this(folder, wallMillis, FULL_BYTES);
    }

    /** @param fullBytes of a file */
    AuditLog(Path folder, LongSupplier wallMillis, long fullBytes) {
        this.folder = folder;
        this.wallMillis = wallMillis;
        this.fullBytes = fullBytes;
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
            List<Path> all = files(folder);
            List<Path> kept = kept(all);
            AuditHead before = end(kept);
            long number = before.number() + 1;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("ts", now.toString());
            line.put("n", number);
            line.put("prev", before.sha256());
            line.put("kind", kind);
            line.putAll(fields);
            String text = JsonTree.line(line);
            byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
            write(file(kept, DAY.format(now), bytes.length), bytes);
            boolean known = kept.size() == all.size() && before.oldest() != AuditHead.UNTOLD;
            new AuditHead(number, sha256(text), known ? before.oldest() : oldest(kept, number)).write(folder);
            for (Path old : all.subList(0, all.size() - kept.size())) {
                Files.delete(old);
            }
        }
    }

    /** The log's files, oldest first. */
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Those that are neither too old nor too much. */
    private List<Path> kept(List<Path> all) throws IOException {
        Set<String> days = new HashSet<>();
        long bytes = 0;
        int from = all.size();
        while (from > 0) {
            Path file = all.get(from - 1);
            days.add(name(file).group(1));
            bytes += Files.size(file);
            if (days.size() > MOST_DAYS || bytes > MOST_FULL * fullBytes) {
                break;
            }
            from--;
        }
        return all.subList(from, all.size());
    }

    /** Where the next line goes: into the newest file, also where the clock was put back; unless its day is over, or it is full. */
    private Path file(List<Path> files, String day, int bytes) throws IOException {
        if (files.isEmpty()) {
            return folder.resolve("audit-" + day + ".jsonl");
        }
        Path newest = files.get(files.size() - 1);
        Matcher name = name(newest);
        if (name.group(1).compareTo(day) < 0) {
            return folder.resolve("audit-" + day + ".jsonl");
        }
        if (Files.size(newest) + bytes <= fullBytes) {
            return newest;
        }
        int part = name.group(2) == null ? 2 : Integer.parseInt(name.group(2)) + 1;
        return folder.resolve(String.format(Locale.ROOT, "audit-%s_%03d.jsonl", name.group(1), part));
    }

    private static Matcher name(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException(file + " is no file of a log");
        }
        return name;
    }

    /** The number of the oldest line there is; of a log with none, the other one. */
    private static long oldest(List<Path> files, long otherwise) throws IOException {
        for (Path file : files) {
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                String first = reader.readLine();
                if (first != null) {
                    return AuditCheck.number(first, otherwise);
                }
            }
        }
        return otherwise;
    }

    /** Where the chain goes on: after what the head tells, so that a cut shows for ever, or after what it does not know yet. */
    private AuditHead end(List<Path> files) throws IOException {
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
        return told.number() >= number ? told : new AuditHead(number, sha256(newest), told.oldest());
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

    private static void write(Path file, byte[] line) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
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
