package dev.perch.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which hook programs leave events: {@code N.json} holds one, {@code N.AGENT.done} says that it is whole
 * and whose it is. {@code reader} names the process that takes them out; where that does not live, hook programs leave
 * nothing. It is the user's alone.
 */
final class HookSpool {
    private static final String DONE = ".done";
    private static final String EVENT = ".json";

    private final Path folder;

    HookSpool(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * One event as it lay there.
     *
     * @param agent the word of the agent
     * @param bytes what its hook was given, maybe cut
     */
    record Left(String agent, byte[] bytes) {}

    Path folder() {
        return folder;
    }

    /**
     * Makes the folder, empties it, and says who reads it.
     *
     * @return false when another process that lives reads it: then nothing was done
     */
    boolean open(long reader) throws IOException {
        if (isRead()) {
            return false;
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
        Files.writeString(reader(), reader + "\n");
        return true;
    }

    private boolean isRead() throws IOException {
        try {
            long reader = Long.parseLong(Files.readString(reader()).strip());
            return ProcessHandle.of(reader).isPresent();
        } catch (NoSuchFileException | NumberFormatException nobody) {
            return false;
        }
    }

    private Path reader() {
        return folder.resolve("reader");
    }

    /** Nobody reads it any more. */
    void close() throws IOException {
        Files.deleteIfExists(reader());
    }

    /** Takes out what is whole, the oldest first. */
    List<Left> take() throws IOException {
        List<Path> done = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, "*" + DONE)) {
            names.forEach(done::add);
        }
        List<Left> left = new ArrayList<>();
        for (Path mark : byAge(done)) {
            String stem = stem(mark);
            int dot = stem.indexOf('.');
            Path event = mark.resolveSibling(stem.substring(0, Math.max(0, dot)) + EVENT);
            byte[] bytes = read(event);
            if (bytes != null) {
                left.add(new Left(stem.substring(dot + 1), bytes));
            }
            Files.deleteIfExists(event);
            Files.deleteIfExists(mark);
        }
        return left;
    }

    private static List<Path> byAge(List<Path> marks) throws IOException {
        record Aged(Path mark, long nanos) {}
        List<Aged> aged = new ArrayList<>();
        for (Path mark : marks) {
            aged.add(new Aged(
                    mark,
                    Files.getLastModifiedTime(mark, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.NANOSECONDS)));
        }
        aged.sort(Comparator.comparingLong(Aged::nanos).thenComparing(one -> one.mark.toString()));
        return aged.stream().map(Aged::mark).toList();
    }

    private static byte @Nullable [] read(Path event) throws IOException {
        try (InputStream in = Files.newInputStream(event, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(HookEventReader.MOST_BYTES);
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private static String stem(Path mark) {
        String name = mark.getFileName().toString();
        return name.substring(0, name.length() - DONE.length());
    }
}
