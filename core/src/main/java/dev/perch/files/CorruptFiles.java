package dev.perch.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files that could not be read, kept aside for the user: the last few, under the time of their last change. */
public final class CorruptFiles {
    /** More are of no use to anybody. */
    public static final int MOST = 5;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CorruptFiles() {}

    /**
     * Gives a file another name in its folder. Blocks.
     *
     * @return where it is then
     * @throws IOException when that is not possible; it is where it was, or under the new name
     */
    public static Path keepAside(Path file) throws IOException {
        String stamp = STAMP.format(Files.getLastModifiedTime(file).toInstant());
        String name = file.getFileName() + ".corrupt-" + stamp;
        Path aside = file.resolveSibling(name);
        for (int count = 2; Files.exists(aside); count++) {
            aside = file.resolveSibling(name + "-" + count);
        }
        Files.move(file, aside);
        removeOldest(file);
        return aside;
    }

    private static void removeOldest(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.resolveSibling("").toAbsolutePath())) {
            List<Path> kept = all.filter(
                            path -> path.getFileName().toString().startsWith(file.getFileName() + ".corrupt-"))
                    .sorted()
                    .toList();
            for (Path oldest : kept.subList(0, Math.max(0, kept.size() - MOST))) {
                Files.delete(oldest);
            }
        }
    }
}
