package dev.perch.tools.sheets;

import dev.perch.json.JsonTree;
import dev.perch.render.film.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pictures as files again: {@code STATE/1.png …}, with the words and times that they had in {@code pet.json}. */
public final class FrameFiles {
    /** The field of a frame folder's {@code pet.json} with the times of each state's pictures, in milliseconds. */
    static final String TIMES = "frameMillis";

    private FrameFiles() {}

    /** The files of a folder that {@link ArtReader} reads as the same art. */
    public static Made of(Art art) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, @Nullable Object> times = new LinkedHashMap<>();
        for (Map.Entry<String, List<ArtFrame>> state : art.states().entrySet()) {
            List<Integer> millis = new ArrayList<>();
            int number = 0;
            for (ArtFrame frame : state.getValue()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                PngWriter.writeRgba(
                        frame.pixels().width(),
                        frame.pixels().height(),
                        frame.pixels().rgba(),
                        out);
                files.put(state.getKey() + "/" + ++number + ".png", out.toByteArray());
                millis.add(frame.millis());
            }
            times.put(state.getKey(), millis);
        }
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("id", art.id());
        manifest.putAll(art.manifest());
        manifest.remove("spritesheetPath");
        manifest.remove("spriteVersionNumber");
        manifest.put(TIMES, times);
        files.put(Manifests.FILE, JsonTree.page(manifest).getBytes(StandardCharsets.UTF_8));
        return new Made(files, art.notes());
    }
}
