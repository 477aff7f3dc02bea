package dev.perch.tools.sheets;

import dev.perch.json.JsonTree;
import dev.perch.model.Problem;
import dev.perch.pack.Pixels;
import dev.perch.pack.WebpEncoder;
import dev.perch.render.film.PngWriter;
import dev.perch.runtime.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a Codex package of an author's pictures: {@code pet.json} and a sheet for each scale. */
public final class CodexPackage {
    private final WebpEncoder webp;

    /** A packer that writes WebP with that encoder. */
    public CodexPackage(WebpEncoder webp) {
        this.webp = webp;
    }

    /**
     * How to pack.
     *
     * @param version 1 or 2, or 0 for what the art asks for
     * @param scales 1, and maybe 2 and 3
     * @param png whether the sheets are PNG, not lossless WebP
     * @param filter for pictures that are no cells of that size
     * @param words fields of {@code pet.json} that replace those of the art
     */
    public record Options(
            int version, List<Integer> scales, boolean png, Filter filter, Map<String, @Nullable Object> words) {
        /** Copies the scales. */
        public Options {
            scales = List.copyOf(scales);
        }
    }

    /** The files of the package, and what its author should know. */
    public Made pack(Art art, Options options) throws ProblemException, IOException, InterruptedException {
        Map<Integer, Art> scales = new LinkedHashMap<>();
        options.scales.forEach(scale -> scales.put(scale, art));
        return pack(scales, options);
    }

    /** The same, with pictures of their own for each scale, the plain one among them. */
    public Made pack(Map<Integer, Art> scales, Options options)
            throws ProblemException, IOException, InterruptedException {
        Art art = scales.getOrDefault(1, scales.values().iterator().next());
        CodexSheet sheet = new CodexSheet(art, options.version, options.filter);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String ending = options.png ? ".png" : ".webp";
        files.put(Manifests.FILE, manifest(art, options, sheet.version(), "spritesheet" + ending));
        for (int scale : options.scales) {
            String name = "spritesheet" + (scale == 1 ? "" : "@" + scale + "x") + ending;
            files.put(name, encode(at(scale, art, scales, sheet, options).draw(scale), options.png));
        }
        List<Problem> notes = new ArrayList<>(art.notes());
        notes.addAll(sheet.notes());
        return new Made(files, notes);
    }

    private static CodexSheet at(int scale, Art plain, Map<Integer, Art> scales, CodexSheet sheet, Options options)
            throws ProblemException {
        Art own = scales.getOrDefault(scale, plain);
        return own.equals(plain) ? sheet : new CodexSheet(own, sheet.version(), options.filter);
    }

    /** A picture as a file: lossless WebP, or PNG. */
    byte[] encode(Pixels pixels, boolean png) throws IOException, InterruptedException {
        if (!png) {
            return webp.encode(pixels.width(), pixels.height(), pixels.rgba());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(pixels.width(), pixels.height(), pixels.rgba(), out);
        return out.toByteArray();
    }

    private static byte[] manifest(Art art, Options options, int version, String sheet) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", art.id());
        all.put("displayName", art.id());
        all.put("description", "");
        all.put("spriteVersionNumber", version);
        all.put("spritesheetPath", sheet);
        art.manifest().forEach((field, value) -> {
            if (!field.equals("spriteVersionNumber") && !field.equals("spritesheetPath")) {
                all.put(field, value);
            }
        });
        all.putAll(options.words);
        return JsonTree.page(all).getBytes(StandardCharsets.UTF_8);
    }
}
