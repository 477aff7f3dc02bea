package dev.perch.tools.sheets;

import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import dev.perch.pack.TimedPixels;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of pictures: one folder a state with numbered pictures in it, or files {@code STATE_01.png}, or one file a
 * state: an animation, or a strip {@code STATE_strip6.png}. Folders {@code @2x} and {@code @3x} hold the same once more, drawn
 * larger.
 */
final class FrameFolder {
    /** More pictures than any pet has: ten times a whole v2 sheet, and the 1,000 of the benchmark. */
    static final int MOST_FILES = 4096;

    private static final Pattern NUMBERED = Pattern.compile("(.*?)[-_. ]*(\\d+)");
    private static final Pattern STRIP = Pattern.compile("(.*?)[-_. ]*strip(\\d{1,3})");

    private final Path root;
    private final Path folder;
    private final PictureFiles pictures;
    private final List<Problem> notes = new ArrayList<>();

    FrameFolder(Path folder, PictureFiles pictures) {
        this(folder, folder, pictures);
    }

    private FrameFolder(Path root, Path folder, PictureFiles pictures) {
        this.root = root;
        this.folder = folder;
        this.pictures = pictures;
    }

    Art read(String id, Manifests manifests) throws ProblemException, IOException, InterruptedException {
        Map<String, List<ArtFrame>> states = states();
        Map<Integer, Map<String, List<ArtFrame>>> larger = new LinkedHashMap<>();
        for (int scale = 2; scale <= 3; scale++) {
            Path drawn = folder.resolve("@" + scale + "x");
            if (Files.isDirectory(drawn)) {
                larger.put(scale, new FrameFolder(root, drawn, pictures).states());
            }
        }
        Map<String, @Nullable Object> manifest = manifests.in(folder);
        if (manifest.remove(FrameFiles.TIMES) instanceof Map<?, ?> times) {
            states.replaceAll((state, frames) -> Timing.timed(frames, times.get(state)));
            larger.values().forEach(each -> each.replaceAll((state, frames) -> Timing.timed(frames, times.get(state))));
        }
        Object said = manifest.get("id");
        return new Art(said instanceof String word && !word.isBlank() ? word : id, manifest, states, larger, notes);
    }

    private Map<String, List<ArtFrame>> states() throws ProblemException, IOException, InterruptedException {
        Map<String, List<Path>> byState = new LinkedHashMap<>();
        int count = 0;
        for (Path entry : sorted(folder)) {
            if (Files.isDirectory(entry)) {
                List<Path> files =
                        sorted(entry).stream().filter(PictureFiles::isPicture).toList();
                if (!files.isEmpty()) {
                    byState.computeIfAbsent(state(name(entry)), s -> new ArrayList<>())
                            .addAll(files);
                }
                count += files.size();
            } else if (PictureFiles.isPicture(entry)) {
                byState.computeIfAbsent(stateOfFile(entry), s -> new ArrayList<>())
                        .add(entry);
                count++;
            }
        }
        if (count == 0) {
            throw Problems.bad(
                    folder.toString(),
                    "holds no pictures",
                    "put numbered PNGs into a folder for each state, like idle/1.png");
        }
        if (count > MOST_FILES) {
            throw Problems.bad(
                    folder.toString(),
                    "holds " + count + " pictures, more than " + MOST_FILES,
                    "give the folder of one pet");
        }
        return frames(byState);
    }

    private Map<String, List<ArtFrame>> frames(Map<String, List<Path>> byState)
            throws ProblemException, IOException, InterruptedException {
        List<Path> all = byState.values().stream().flatMap(List::stream).toList();
        Map<Path, List<TimedPixels>> read = pictures.readAll(root, all);
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        byState.forEach((state, files) -> {
            List<ArtFrame> frames = new ArrayList<>();
            for (Path file : files) {
                frames.addAll(frames(file, read.getOrDefault(file, List.of())));
            }
            states.put(state, frames);
        });
        return states;
    }

    private List<ArtFrame> frames(Path file, List<TimedPixels> read) {
        return frames(root.relativize(file).toString().replace('\\', '/'), read);
    }

    /** The frames of one file: an animation, a strip by its name, or a still. */
    static List<ArtFrame> frames(String label, List<TimedPixels> read) {
        Matcher strip = STRIP.matcher(label.substring(label.lastIndexOf('/') + 1, label.lastIndexOf('.')));
        if (read.size() == 1 && strip.matches()) {
            return Strips.cut(label, read.get(0).pixels(), Integer.parseInt(strip.group(2)));
        }
        List<ArtFrame> frames = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            String name = read.size() == 1 ? label : label + " frame " + (i + 1);
            frames.add(new ArtFrame(name, read.get(i).pixels(), read.get(i).millis()));
        }
        return frames;
    }

    private String stateOfFile(Path file) throws ProblemException {
        String stem = stem(file);
        Matcher strip = STRIP.matcher(stem);
        Matcher numbered = NUMBERED.matcher(stem);
        if (strip.matches()) {
            return state(strip.group(1));
        }
        return state(numbered.matches() && !numbered.group(1).isEmpty() ? numbered.group(1) : stem);
    }

    private String state(String word) throws ProblemException {
        String state = StateNames.of(word);
        if (!PetAnimationState.isWord(state)) {
            throw Problems.bad(
                    folder.getFileName() + "/" + word,
                    "is no name of a state",
                    "name it like idle or idle_01.png: letters, digits and dashes, a letter first");
        }
        return state;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).matches("\\..*|@[23]x"))
                    .sorted((a, b) -> NaturalOrder.BY_NUMBER.compare(name(a), name(b)))
                    .toList();
        }
    }

    private static String stem(Path file) {
        String name = name(file);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
