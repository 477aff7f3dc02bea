package dev.perch.tools.sheets;

import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.Pixels;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code aseprite --batch x.aseprite --sheet x.png --data x.json --list-tags} writes, as a hash or an array:
 * tags are states, every frame has its own time, trimmed frames come back whole.
 */
final class Aseprite {
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(12, 4096, 4096, 100, 2_000_000));
    private static final int MOST_BYTES = 16 << 20;

    private final Path file;
    private final PictureFiles pictures;

    Aseprite(Path file, PictureFiles pictures) {
        this.file = file;
        this.pictures = pictures;
    }

    Art read(String id) throws ProblemException, IOException, InterruptedException {
        Map<String, @Nullable Object> json = json();
        Map<?, ?> meta = json.get("meta") instanceof Map<?, ?> map ? map : Map.of();
        Pixels sheet = sheet(meta);
        List<ArtFrame> frames = new ArrayList<>();
        Object listed = json.get("frames");
        if (listed instanceof Map<?, ?> hash) {
            for (Map.Entry<?, ?> frame : hash.entrySet()) {
                frames.add(frame(String.valueOf(frame.getKey()), frame.getValue(), sheet));
            }
        } else if (listed instanceof List<?> array) {
            for (Object frame : array) {
                Object name = frame instanceof Map<?, ?> fields ? fields.get("filename") : null;
                frames.add(frame(String.valueOf(name), frame, sheet));
            }
        }
        if (frames.isEmpty()) {
            throw bad("has no frames", "export it from Aseprite with --data and --list-tags");
        }
        return new Art(id, new LinkedHashMap<>(), states(meta, frames), List.of());
    }

    private Map<String, @Nullable Object> json() throws ProblemException, IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw bad("is larger than 16 MiB", "export fewer frames");
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return JsonTree.readObject(JSON.parser(bytes, 0, bytes.length));
        } catch (IOException e) {
            throw bad("is not one valid JSON object", "export it from Aseprite with --data");
        }
    }

    private Pixels sheet(Map<?, ?> meta) throws ProblemException, IOException, InterruptedException {
        String name = String.valueOf(meta.get("image"));
        Path folder = file.toAbsolutePath().getParent();
        Path image = folder == null
                ? null
                : folder.resolve(Path.of(name.replace('\\', '/')).getFileName());
        if (folder == null || image == null || !Files.isRegularFile(image)) {
            throw bad("names the sheet " + name + ", which is not beside it", "put it there");
        }
        return pictures.read(folder, image).get(0).pixels();
    }

    private ArtFrame frame(String name, @Nullable Object value, Pixels sheet) throws ProblemException {
        Map<?, ?> fields = value instanceof Map<?, ?> map ? map : Map.of();
        int[] at = rectangle(fields.get("frame"), name);
        boolean trimmed =
                fields.get("spriteSourceSize") instanceof Map<?, ?> && fields.get("sourceSize") instanceof Map<?, ?>;
        int[] in = trimmed ? rectangle(fields.get("spriteSourceSize"), name) : new int[] {0, 0, at[2], at[3]};
        Map<?, ?> size =
                trimmed && fields.get("sourceSize") instanceof Map<?, ?> map ? map : Map.of("w", at[2], "h", at[3]);
        int width = number(size.get("w"), name);
        int height = number(size.get("h"), name);
        if (Boolean.TRUE.equals(fields.get("rotated"))) {
            throw bad("has the turned frame " + name, "export it without rotation");
        }
        if (width < 1
                || height < 1
                || (long) width * height > PackageLimits.standard().imagePixels()
                || at[2] < 0
                || at[3] < 0
                || at[2] > sheet.width()
                || at[3] > sheet.height()) {
            throw bad("has a frame of an impossible size, " + name, "export it again");
        }
        Pixels whole = sheet.crop(at[0], at[1], at[2], at[3]).crop(-in[0], -in[1], width, height);
        int millis = fields.get("duration") instanceof Number n ? Math.max(0, n.intValue()) : 0;
        return new ArtFrame(name, whole, millis);
    }

    private int[] rectangle(@Nullable Object value, String frame) throws ProblemException {
        Map<?, ?> fields = value instanceof Map<?, ?> map ? map : Map.of();
        return new int[] {
            number(fields.get("x"), frame),
            number(fields.get("y"), frame),
            number(fields.get("w"), frame),
            number(fields.get("h"), frame)
        };
    }

    private int number(@Nullable Object value, String frame) throws ProblemException {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw bad("has no place for the frame " + frame, "export it again");
    }

    private Map<String, List<ArtFrame>> states(Map<?, ?> meta, List<ArtFrame> frames) throws ProblemException {
        Map<String, List<ArtFrame>> states = new LinkedHashMap<>();
        List<?> tags = meta.get("frameTags") instanceof List<?> list ? list : List.of();
        for (Object tag : tags) {
            Map<?, ?> fields = tag instanceof Map<?, ?> map ? map : Map.of();
            String name = String.valueOf(fields.get("name"));
            int from = number(fields.get("from"), "tag " + name);
            int to = number(fields.get("to"), "tag " + name);
            if (from < 0 || to < from || to >= frames.size()) {
                throw bad("has the tag " + name + " over frames that are not there", "export it again");
            }
            List<ArtFrame> row = new ArrayList<>(frames.subList(from, to + 1));
            String direction = String.valueOf(fields.get("direction"));
            if (direction.contains("reverse")) {
                Collections.reverse(row);
            }
            if (direction.startsWith("pingpong") && row.size() > 2) {
                List<ArtFrame> back = new ArrayList<>(row.subList(1, row.size() - 1));
                Collections.reverse(back);
                row.addAll(back);
            }
            states.put(StateNames.of(name), row);
        }
        if (states.isEmpty()) {
            states.put("idle", frames);
        }
        return states;
    }

    private ProblemException bad(String what, String remedy) {
        return Problems.bad(String.valueOf(file.getFileName()), what, remedy);
    }
}
