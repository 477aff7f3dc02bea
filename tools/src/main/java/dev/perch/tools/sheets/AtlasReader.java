package dev.perch.tools.sheets;

import dev.perch.pack.PackageLimits;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a LibGDX atlas back into pictures: each as large as it was before its clear edges were cut off. */
final class AtlasReader {
    private static final int MOST_LINES = 200_000;

    private final Path file;
    private final PictureFiles pictures;
    private final Map<String, TreeMap<Integer, ArtFrame>> states = new LinkedHashMap<>();
    private int line;

    AtlasReader(Path file, PictureFiles pictures) {
        this.file = file;
        this.pictures = pictures;
    }

    Art read(String id) throws ProblemException, IOException, InterruptedException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw Problems.bad(file.toString(), "is not UTF-8 text", "give a LibGDX atlas");
        }
        if (lines.size() > MOST_LINES) {
            throw Problems.bad(file.toString(), "has more than " + MOST_LINES + " lines", "give a LibGDX atlas");
        }
        while (line < lines.size()) {
            if (lines.get(line).isBlank()) {
                line++;
            } else {
                page(lines);
            }
        }
        Map<String, List<ArtFrame>> frames = new LinkedHashMap<>();
        states.forEach((state, byIndex) -> frames.put(state, List.copyOf(byIndex.values())));
        if (frames.isEmpty()) {
            throw Problems.bad(file.toString(), "has no regions", "give a LibGDX atlas");
        }
        return new Art(id, new LinkedHashMap<>(), frames, List.of());
    }

    private void page(List<String> lines) throws ProblemException, IOException, InterruptedException {
        String name = lines.get(line++).strip();
        Path folder = file.toAbsolutePath().getParent();
        Path image = folder == null ? null : folder.resolve(name).normalize();
        if (folder == null || image == null || !folder.equals(image.getParent()) || !Files.isRegularFile(image)) {
            throw Problems.bad(
                    file + " line " + line, "names the page " + name + ", which is not beside it", "put it there");
        }
        Pixels page = pictures.read(folder, image).get(0).pixels();
        boolean premultiplied =
                String.join(",", fields(lines).getOrDefault("pma", List.of())).equals("true");
        while (line < lines.size() && !lines.get(line).isBlank()) {
            region(lines, page, premultiplied);
        }
    }

    private void region(List<String> lines, Pixels page, boolean premultiplied) throws ProblemException {
        String name = StateNames.of(lines.get(line++));
        int at = line;
        Map<String, List<String>> fields = fields(lines);
        int[] bounds = numbers(fields.get("bounds"), 4, at);
        if (fields.containsKey("rotate") && !fields.get("rotate").equals(List.of("false"))) {
            throw Problems.bad(file + " line " + at, "has a turned region", "pack it without rotation");
        }
        int[] offsets = fields.containsKey("offsets")
                ? numbers(fields.get("offsets"), 4, at)
                : new int[] {0, 0, bounds[2], bounds[3]};
        long pixels = (long) offsets[2] * offsets[3];
        if (bounds[2] < 1
                || bounds[3] < 1
                || offsets[2] < 1
                || offsets[3] < 1
                || pixels > PackageLimits.standard().imagePixels()) {
            throw Problems.bad(file + " line " + at, "has a region of an impossible size", "correct its bounds");
        }
        Pixels ink = page.crop(bounds[0], bounds[1], bounds[2], bounds[3]);
        Pixels straight = premultiplied ? Straight.of(ink) : ink.withoutHiddenColor();
        int top = offsets[3] - offsets[1] - bounds[3];
        Pixels whole = straight.crop(-offsets[0], -top, offsets[2], offsets[3]);
        int index = fields.containsKey("index") ? numbers(fields.get("index"), 1, at)[0] : 0;
        int millis = fields.containsKey("millis") ? numbers(fields.get("millis"), 1, at)[0] : 0;
        states.computeIfAbsent(name, state -> new TreeMap<>())
                .put(index, new ArtFrame(file.getFileName() + " " + name + " " + index, whole, millis));
    }

    private Map<String, List<String>> fields(List<String> lines) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        while (line < lines.size() && lines.get(line).indexOf(':') > 0) {
            String text = lines.get(line++);
            List<String> values = new ArrayList<>();
            for (String value : text.substring(text.indexOf(':') + 1).split(",", -1)) {
                values.add(value.strip());
            }
            fields.put(text.substring(0, text.indexOf(':')).strip(), values);
        }
        return fields;
    }

    private int[] numbers(@Nullable List<String> words, int count, int at) throws ProblemException {
        try {
            int[] numbers = words == null
                    ? new int[0]
                    : words.stream().mapToInt(Integer::parseInt).toArray();
            if (numbers.length == count) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // Told below, with the place.
        }
        throw Problems.bad(file + " line " + at, "has a region without " + count + " whole numbers", "correct it");
    }
}
