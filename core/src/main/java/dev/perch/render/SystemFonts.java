package dev.perch.render;

import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the system's font folders for fonts known to have the scripts that the bundled one lacks, and maps them
 * into memory. Reads the disk: background threads only.
 */
public final class SystemFonts {
    /* What a walk may cost: folders of fonts are seldom deeper than 3 (style, foundry, family) or fuller than 10,000. */
    private static final int DEEPEST = 5;
    private static final int MOST_FILES = 20_000;
    /* The largest seen is macOS' PingFang at about 75 MB; a mapping is limited to 2 GiB. */
    private static final long LARGEST = 256L << 20;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Path> files = new HashMap<>();
    private final Locale locale;

    private SystemFonts(Locale locale) {
        this.locale = locale;
    }

    /**
     * Finds the known fonts in these folders, best first.
     *
     * @param folders earlier ones win; those that do not exist are passed over, see {@link FontFolders}
     * @param locale the user's: decides whose shapes Han characters take
     * @param problems gets a line for each font that is there and cannot be mapped
     */
    public static List<FontFamily> find(List<Path> folders, Locale locale, List<Problem> problems) {
        SystemFonts search = new SystemFonts(locale);
        for (Path folder : folders) {
            search.walk(folder);
        }
        List<FontFamily> families = new ArrayList<>();
        for (KnownFont known : KnownFont.bestFirst()) {
            FontFamily family = search.map(known);
            if (family != null) {
                families.add(family);
            }
        }
        problems.addAll(search.problems);
        return List.copyOf(families);
    }

    private @Nullable FontFamily map(KnownFont known) {
        FontFile regular = map(known.regular(), known);
        if (regular == null) {
            return null;
        }
        String strong = known.strong();
        return new FontFamily(regular, strong == null ? null : map(strong, known));
    }

    private @Nullable FontFile map(String name, KnownFont known) {
        Path path = files.get(name);
        if (path == null) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size == 0 || size > LARGEST) {
                problems.add(Problem.warning(path.toString(), "the font has " + size + " bytes", "it is not used"));
                return null;
            }
            return new FontFile(
                    path.toString(), channel.map(FileChannel.MapMode.READ_ONLY, 0, size), known.index(locale));
        } catch (IOException e) {
            problems.add(Problem.warning(path.toString(), "the font cannot be read", "check its permissions"));
            return null;
        }
    }

    private void walk(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Collector());
        } catch (IOException e) {
            problems.add(Problem.warning(folder.toString(), "the folder cannot be listed", "check its permissions"));
        }
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private int seen;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // macOS may spell names in decomposed form.
            String name = Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
            if (attributes.isRegularFile() && KnownFont.isKnown(name)) {
                files.putIfAbsent(name, file);
            }
            return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
