package dev.perch.tools.sheets;

import dev.perch.json.JsonTree;
import dev.perch.pack.Pixels;
import dev.perch.render.film.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pictures as files again: {@code STATE/1.png …}, with the words and times that they had in {@code pet.json}. */
public final class FrameFiles {
    /** The field of a frame folder's {@code pet.json} with the times of each state's pictures, in milliseconds. */
    static final String TIMES = "frameMillis";

    private FrameFiles() {}

    /** The files of a folder that {@link ArtReader} reads as the same art; larger pictures lie in {@code @2x} and {@code @3x}. */
    public static Made of(Art art) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        pictures("", art.states(), files);
        for (Map.Entry<Integer, Map<String, List<ArtFrame>>> scale :
                art.larger().entrySet()) {
            pictures("@" + scale.getKey() + "x/", scale.getValue(), files);
        }
        Map<String, @Nullable Object> times = new LinkedHashMap<>();
        art.states()
                .forEach((state, frames) ->
                        times.put(state, frames.stream().map(ArtFrame::millis).toList()));
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("id", art.id());
        manifest.putAll(art.manifest());
        manifest.remove("spritesheetPath");
        manifest.remove("spriteVersionNumber");
        manifest.put(TIMES, times);
        files.put(Manifests.FILE, JsonTree.page(manifest).getBytes(StandardCharsets.UTF_8));
        return new Made(files, art.notes());
    }

    private static void pictures(String folder, Map<String, List<ArtFrame>> states, Map<String, byte[]> files)
            throws IOException {
        for (Map.Entry<String, List<ArtFrame>> state : states.entrySet()) {
            int number = 0;
            for (ArtFrame frame : state.getValue()) {
                Pixels pixels = frame.pixels();
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                PngWriter.writeRgba(pixels.width(), pixels.height(), pixels.rgba(), out);
                files.put(folder + state.getKey() + "/" + ++number + ".png", out.toByteArray());
            }
        }
    }
}
