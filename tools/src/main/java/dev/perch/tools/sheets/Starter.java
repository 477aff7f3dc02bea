package dev.perch.tools.sheets;

import dev.perch.json.JsonTree;
import dev.perch.pack.CodexRows;
import dev.perch.pack.Pixels;
import dev.perch.render.film.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The folder that an author begins with: a drop that breathes, a template to draw over, and what to do with it. */
public final class Starter {
    private static final int WIDTH = 192;
    private static final int HEIGHT = 208;
    private static final int FEET = 200;
    private static final String README = """
            # %s

            One folder a state, numbered PNGs of 192x208 in it. Draw over `.template/template.png`: the lower line is where the feet
            stand, the frame is what should stay free. `idle` is here to begin with; the others, and how many pictures
            Codex plays: %s. A v2 pet also has `look/1.png` to `16.png`, clockwise from up, and `neutral.png`.

                perch pack . --out ../%s-pet      # make the pet
                perch validate ../%s-pet          # is it good?
                perch preview ../%s-pet --html preview.html
                perch watch . --out ../%s-pet     # pack and validate at every save
                perch run --pet ../%s-pet
            """;

    private Starter() {}

    /** The files. */
    public static Made of(String id) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", id);
        manifest.put("displayName", id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
        manifest.put("description", "A drop that waits to be drawn.");
        files.put(Manifests.FILE, JsonTree.page(manifest).getBytes(StandardCharsets.UTF_8));
        StringBuilder rows = new StringBuilder();
        for (CodexRows row : CodexRows.ALL) {
            rows.append(rows.length() == 0 ? "" : ", ")
                    .append(row.name())
                    .append(' ')
                    .append(row.millis().size());
        }
        String readme = README.formatted(id, rows, id, id, id, id, id);
        files.put("README.md", readme.getBytes(StandardCharsets.UTF_8));
        files.put(".template/template.png", png(template()));
        for (int i = 0; i < CodexRows.ALL.get(0).millis().size(); i++) {
            files.put("idle/" + (i + 1) + ".png", png(drop(i)));
        }
        return new Made(files, List.of());
    }

    private static byte[] png(Pixels pixels) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(pixels.width(), pixels.height(), pixels.rgba(), out);
        return out.toByteArray();
    }

    private static Pixels template() {
        byte[] rgba = new byte[WIDTH * HEIGHT * 4];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean frame = x == 4 || x == WIDTH - 5 || y == 4;
                boolean middle = x == WIDTH / 2 && y % 8 < 4;
                if (y == FEET || frame || middle) {
                    put(rgba, x, y, y == FEET ? 0xc02060 : 0x4080c0, 255);
                }
            }
        }
        return new Pixels(WIDTH, HEIGHT, rgba);
    }

    /** A drop with two eyes, a little taller and narrower as it breathes in. */
    private static Pixels drop(int step) {
        int[] breath = {0, 1, 2, 3, 2, 1};
        byte[] rgba = new byte[WIDTH * HEIGHT * 4];
        int tall = 62 + breath[step];
        int wide = 60 - breath[step] / 2;
        for (int y = 0; y < FEET; y++) {
            for (int x = 0; x < WIDTH; x++) {
                long dx = (2L * x + 1 - WIDTH) * tall;
                long dy = (2L * y + 1 - 2L * (FEET - tall)) * wide;
                long rim = 2L * wide * tall;
                long far = dx * dx + dy * dy;
                if (far < rim * rim) {
                    long soft = (rim * rim - far) * 255 / (rim * rim / 24);
                    put(rgba, x, y, 0x6aa8d8 - (y / 8 << 16), (int) Math.min(255, soft));
                }
                boolean eye = Math.abs(Math.abs(2 * x + 1 - WIDTH) - 44) < 12 && Math.abs(y - (FEET - tall - 8)) < 9;
                if (eye) {
                    put(rgba, x, y, 0x1e2430, 255);
                }
            }
        }
        return new Pixels(WIDTH, HEIGHT, rgba);
    }

    private static void put(byte[] rgba, int x, int y, int rgb, int alpha) {
        int at = (y * WIDTH + x) * 4;
        rgba[at] = (byte) (rgb >> 16);
        rgba[at + 1] = (byte) (rgb >> 8);
        rgba[at + 2] = (byte) rgb;
        rgba[at + 3] = (byte) alpha;
    }
}
