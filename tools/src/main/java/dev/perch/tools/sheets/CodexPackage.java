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

    /** What files sheets are. */
    public enum Sheets {
        /** Lossless WebP. */
        WEBP(".webp"),
        PNG(".png"),
        /** PNG with the colours that are left once a seal has multiplied them by their alpha. */
        SEALED(".png");

        private final String ending;

        Sheets(String ending) {
            this.ending = ending;
        }
    }

    /**
     * How to pack.
     *
     * @param version 1 or 2, or 0 for what the art asks for
     * @param scales 1, and maybe 2 and 3
     * @param sheets what files the sheets are
     * @param filter for pictures that are no cells of that size
     * @param words fields of {@code pet.json} that replace those of the art
     */
    public record Options(
            int version, List<Integer> scales, Sheets sheets, Filter filter, Map<String, @Nullable Object> words) {
        /** Copies the scales. */
        public Options {
            scales = List.copyOf(scales);
        }
    }

    /** The files of the package, and what its author should know. */
    public Made pack(Art art, Options options) throws ProblemException, IOException, InterruptedException {
        CodexSheet plain = new CodexSheet(art, options.version, options.filter);
        Map<String, byte[]> files = new LinkedHashMap<>();
        String ending = options.sheets.ending;
        files.put(Manifests.FILE, manifest(art, options, plain, "spritesheet" + ending));
        for (int scale : options.scales) {
            String name = "spritesheet" + (scale == 1 ? "" : "@" + scale + "x") + ending;
            CodexSheet sheet = scale == 1 ? plain : new CodexSheet(art.at(scale), plain, options.filter);
            files.put(name, encode(sheet.draw(scale), options.sheets));
        }
        List<Problem> notes = new ArrayList<>(art.notes());
        notes.addAll(plain.notes());
        return new Made(files, notes);
    }

    private byte[] encode(Pixels sheet, Sheets form) throws IOException, InterruptedException {
        if (form == Sheets.WEBP) {
            return webp.encode(sheet.width(), sheet.height(), sheet.rgba());
        }
        Pixels pixels = form == Sheets.SEALED ? Straight.of(Straight.multiplied(sheet)) : sheet;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(pixels.width(), pixels.height(), pixels.rgba(), out);
        return out.toByteArray();
    }

    private static byte[] manifest(Art art, Options options, CodexSheet laid, String sheet) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("id", art.id());
        all.put("displayName", art.id());
        all.put("description", "");
        all.put("spriteVersionNumber", laid.version());
        all.put("spritesheetPath", sheet);
        art.manifest().forEach((field, value) -> {
            if (!field.equals("spriteVersionNumber") && !field.equals("spritesheetPath")) {
                all.put(field, value);
            }
        });
        if (!laid.animations().isEmpty()) {
            all.put(OwnClips.FIELD, laid.animations());
        }
        all.putAll(options.words);
        return JsonTree.page(all).getBytes(StandardCharsets.UTF_8);
    }
}
