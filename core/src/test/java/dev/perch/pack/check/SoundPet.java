package dev.perch.pack.check;

import dev.perch.pack.CodexRows;
import dev.perch.pack.DecodedPet;
import dev.perch.pack.Geometry;
import dev.perch.pack.Pixels;
import dev.perch.render.film.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A pet without a fault, small enough to be drawn in no time: a box with a face that moves; a test spoils it. */
final class SoundPet {
    static final int WIDTH = 192;
    static final int HEIGHT = 208;

    final int version;
    final byte[] rgba;
    String manifest;
    String file = "spritesheet.png";

    SoundPet(int version) {
        this.version = version;
        this.rgba = new byte[8 * WIDTH * CodexRows.rows(version) * HEIGHT * 4];
        this.manifest = "{\"id\":\"box\",\"displayName\":\"Box\",\"description\":\"A box.\",\"spriteVersionNumber\":"
                + version + ",\"spritesheetPath\":\"spritesheet.png\"}";
        for (int row = 0; row < CodexRows.rows(version); row++) {
            for (int column = 0; column < 8; column++) {
                if (CodexRows.used(version, row, column)) {
                    figure(row, column);
                }
            }
        }
    }

    /** running-left is drawn as the mirror of running-right. */
    private void figure(int row, int column) {
        fill(row, column, 60, 80, 72, 120, 0xff5566aa);
        int face = 62 + 7 * column + (row > 8 ? row : 0);
        fill(row, column, row == 2 ? WIDTH - face - 8 : face, 90, 8, 8, 0xffeeeeee);
    }

    /** Fills a rectangle of a cell with straight ARGB. */
    SoundPet fill(int row, int column, int x, int y, int width, int height, int argb) {
        for (int py = y; py < y + height; py++) {
            for (int px = x; px < x + width; px++) {
                int at = (((row * HEIGHT + py) * 8 + column) * WIDTH + px) * 4;
                rgba[at] = (byte) (argb >> 16);
                rgba[at + 1] = (byte) (argb >> 8);
                rgba[at + 2] = (byte) argb;
                rgba[at + 3] = (byte) (argb >>> 24);
            }
        }
        return this;
    }

    SoundPet clear(int row, int column) {
        return fill(row, column, 0, 0, WIDTH, HEIGHT, 0);
    }

    SoundPet clearRow(int row) {
        for (int column = 0; column < 8; column++) {
            clear(row, column);
        }
        return this;
    }

    /** One cell as it stands in another place. */
    SoundPet copy(int row, int from, int to) {
        for (int y = 0; y < HEIGHT; y++) {
            int start = ((row * HEIGHT + y) * 8 + from) * WIDTH * 4;
            byte[] line = Arrays.copyOfRange(rgba, start, start + WIDTH * 4);
            System.arraycopy(line, 0, rgba, ((row * HEIGHT + y) * 8 + to) * WIDTH * 4, line.length);
        }
        return this;
    }

    SoundPet manifest(String from, String to) {
        if (!manifest.contains(from)) {
            throw new IllegalArgumentException(from);
        }
        manifest = manifest.replace(from, to);
        return this;
    }

    Pixels pixels() {
        return new Pixels(8 * WIDTH, CodexRows.rows(version) * HEIGHT, rgba);
    }

    byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(8 * WIDTH, CodexRows.rows(version) * HEIGHT, rgba, out);
        return out.toByteArray();
    }

    /** As if it had been read, with no file in between. */
    DecodedPet decoded() {
        Geometry grid = new Geometry(CodexRows.rows(version), 8, WIDTH, HEIGHT);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        return new DecodedPet(
                "box",
                "pet.json",
                manifest.getBytes(StandardCharsets.UTF_8),
                List.of(new DecodedPet.Sheet(file, signature, "PNG", grid, pixels())),
                Map.of(),
                List.of(),
                List.of());
    }
}
