package dev.perch.pack.check;

import dev.perch.pack.PackageLoader;
import dev.perch.pack.Pixels;
import dev.perch.render.film.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** A sound pet with one thing wrong, and the rules that this breaks. */
final class PlantedFaults {
    private PlantedFaults() {}

    /**
     * One.
     *
     * @param rules that it breaks, all of them
     */
    record Fault(String name, int version, Consumer<SoundPet> plant, Set<Rule> rules) {}

    private static Fault fault(String name, int version, Consumer<SoundPet> plant, Rule... rules) {
        return new Fault(name, version, plant, Set.of(rules));
    }

    /** Faults of the picture and the words. */
    static List<Fault> ofPictures() {
        return List.of(
                fault("none, v1", 1, pet -> {}),
                fault("none, v2", 2, pet -> {}),
                fault("an idle cell is empty", 1, pet -> pet.clear(0, 3), Rule.CELL_EMPTY),
                fault("the last cell of failed is empty", 1, pet -> pet.clear(5, 7), Rule.CELL_EMPTY),
                fault("a look cell is empty", 2, pet -> pet.clear(10, 2), Rule.CELL_EMPTY),
                fault("waving is empty", 1, pet -> pet.clearRow(3), Rule.ROW_EMPTY),
                fault("a look row is empty", 2, pet -> pet.clearRow(9), Rule.ROW_EMPTY),
                fault("idle is empty", 1, pet -> pet.clearRow(0), Rule.IDLE_EMPTY),
                fault(
                        "dust in a jump alone",
                        1,
                        pet -> pet.clear(4, 2).fill(4, 2, 90, 150, 6, 6, 0xff000000),
                        Rule.CELL_SPARSE),
                fault("ink after idle", 1, pet -> pet.copy(0, 0, 6), Rule.UNUSED_INK),
                fault("one pixel after jumping", 1, pet -> pet.fill(4, 7, 9, 9, 1, 1, 0x01000000), Rule.UNUSED_INK),
                fault("ink after idle in v2", 2, pet -> pet.copy(0, 0, 7), Rule.UNUSED_INK),
                fault("white under alpha 0", 1, pet -> pet.fill(2, 2, 0, 0, 9, 9, 0x00ffffff), Rule.HIDDEN_COLOR),
                fault(
                        "one hidden pixel in an unused cell",
                        1,
                        pet -> pet.fill(0, 7, 0, 0, 1, 1, 0x00000001),
                        Rule.HIDDEN_COLOR),
                fault("a green rim", 1, pet -> pet.fill(7, 1, 59, 90, 1, 60, 0xff00ff00), Rule.CHROMA_FRINGE),
                fault("a faint magenta rim", 1, pet -> pet.fill(7, 1, 59, 90, 1, 60, 0xb0f020e0), Rule.CHROMA_FRINGE),
                fault("a green area inside", 1, pet -> pet.fill(8, 1, 70, 100, 30, 30, 0xff00ff00), Rule.CHROMA_FRINGE),
                fault("a green screen", 1, pet -> screen(pet), Rule.CHROMA_FRINGE, Rule.OPAQUE_BACKGROUND),
                fault("a white background", 1, pet -> background(pet), Rule.OPAQUE_BACKGROUND),
                fault("cut off below", 1, pet -> pet.fill(1, 2, 60, 200, 72, 8, 0xff5566aa), Rule.EDGE_CONTACT),
                fault("cut off at the left", 1, pet -> pet.fill(3, 2, 0, 100, 60, 60, 0xff5566aa), Rule.EDGE_CONTACT),
                fault("twice as large", 1, pet -> pet.fill(7, 3, 30, 20, 132, 180, 0xff5566aa), Rule.SIZE_POP),
                fault("much smaller", 1, pet -> pet.fill(7, 3, 60, 80, 72, 80, 0), Rule.SIZE_POP),
                fault("idle hops", 1, pet -> pet.fill(0, 2, 60, 185, 72, 15, 0), Rule.ANCHOR_JITTER),
                fault(
                        "waiting sways",
                        1,
                        pet -> pet.clear(6, 2).fill(6, 2, 80, 80, 72, 120, 0xff5566aa),
                        Rule.ANCHOR_JITTER),
                fault("review hops", 1, pet -> pet.fill(8, 2, 60, 200, 72, 7, 0xff5566aa), Rule.ANCHOR_JITTER),
                fault("waving stands still", 1, pet -> still(pet, 3), Rule.FRAMES_IDENTICAL),
                fault("running stands still", 1, pet -> still(pet, 7), Rule.FRAMES_IDENTICAL),
                fault("no neutral cell", 2, pet -> pet.clear(0, 6), Rule.NEUTRAL_MISSING),
                fault("the gaze is one picture", 2, pet -> oneGaze(pet), Rule.GAZE_STATIC),
                fault("the gaze has four pictures", 2, pet -> fourGazes(pet), Rule.GAZE_STATIC),
                fault(
                        "claims a mirror and is none",
                        1,
                        pet -> pet.manifest("\"id\"", "\"mirrored\":true,\"id\"")
                                .fill(2, 3, 60, 80, 30, 60, 0xff000000),
                        Rule.NOT_MIRRORED),
                fault("claims a mirror and is one", 1, pet -> pet.manifest("\"id\"", "\"mirrored\":true,\"id\"")),
                fault("a byte order mark", 1, pet -> pet.manifest("{\"id\"", "\ufeff{\"id\""), Rule.MANIFEST_BOM),
                fault("no id", 1, pet -> pet.manifest("\"id\":\"box\",", ""), Rule.MANIFEST_ID),
                fault(
                        "an id with blanks",
                        1,
                        pet -> pet.manifest("\"id\":\"box\"", "\"id\":\"my box\""),
                        Rule.MANIFEST_ID),
                fault("no name", 1, pet -> pet.manifest("\"displayName\":\"Box\",", ""), Rule.MANIFEST_NAME),
                fault("a blank name", 1, pet -> pet.manifest("\"Box\"", "\" \""), Rule.MANIFEST_NAME),
                fault(
                        "no description",
                        1,
                        pet -> pet.manifest("\"description\":\"A box.\",", ""),
                        Rule.MANIFEST_DESCRIPTION),
                fault(
                        "no path",
                        1,
                        pet -> pet.manifest(",\"spritesheetPath\":\"spritesheet.png\"", ""),
                        Rule.MANIFEST_PATH),
                fault(
                        "fps 90",
                        1,
                        pet -> animations(pet, "{\"idle\":{\"frames\":[0],\"fps\":90}}"),
                        Rule.MANIFEST_ANIMATIONS),
                fault("no frames", 1, pet -> animations(pet, "{\"idle\":{\"frames\":[]}}"), Rule.MANIFEST_ANIMATIONS),
                fault("frame 99", 1, pet -> animations(pet, "{\"idle\":{\"frames\":[99]}}"), Rule.MANIFEST_ANIMATIONS),
                fault(
                        "no such fallback",
                        1,
                        pet -> animations(pet, "{\"nap\":{\"frames\":[1],\"fallback\":\"x\"}}"),
                        Rule.MANIFEST_ANIMATIONS),
                fault(
                        "good animations",
                        1,
                        pet -> animations(pet, "{\"nap\":{\"frames\":[1,2],\"fps\":8,\"fallback\":\"idle\"}}")),
                fault(
                        "a grid that does not cover",
                        1,
                        pet -> pet.manifest(
                                "\"id\"", "\"frame\":{\"width\":100,\"height\":208,\"columns\":8,\"rows\":9},\"id\""),
                        Rule.MANIFEST_ANIMATIONS));
    }

    /** Faults of the files: the verdict must be the import's, so they go through files. */
    static Map<String, Set<Rule>> ofFiles(Path folder) throws IOException {
        Map<String, Set<Rule>> expected = new LinkedHashMap<>();
        byte[] sound = new SoundPet(1).png();
        expected.put("no manifest", Set.of(Rule.MANIFEST_UNREADABLE));
        write(folder, "no manifest", null, sound);
        expected.put("an array", Set.of(Rule.MANIFEST_UNREADABLE));
        write(folder, "an array", "[]", sound);
        expected.put("a field twice", Set.of(Rule.MANIFEST_UNREADABLE));
        write(folder, "a field twice", "{\"id\":\"a\",\"id\":\"b\"}", sound);
        expected.put("a path that escapes", Set.of(Rule.MANIFEST_UNREADABLE));
        write(folder, "a path that escapes", "{\"spritesheetPath\":\"../x.png\"}", sound);
        expected.put("no sheet", Set.of(Rule.SHEET_MISSING));
        write(folder, "no sheet", new SoundPet(1).manifest, null);
        expected.put("an empty sheet", Set.of(Rule.SHEET_UNREADABLE));
        write(folder, "an empty sheet", new SoundPet(1).manifest, new byte[0]);
        expected.put("a Git-LFS pointer", Set.of(Rule.SHEET_UNREADABLE));
        write(
                folder,
                "a Git-LFS pointer",
                new SoundPet(1).manifest,
                bytes("version https://git-lfs.github.com/spec/v1\n"));
        expected.put("half a sheet", Set.of(Rule.SHEET_UNREADABLE));
        write(folder, "half a sheet", new SoundPet(1).manifest, Arrays.copyOf(sound, sound.length / 2));
        expected.put("another size", Set.of(Rule.SHEET_GEOMETRY));
        write(folder, "another size", new SoundPet(1).manifest, picture(1000, 1000, 1));
        expected.put("half size", Set.of(Rule.SHEET_SCALE));
        write(folder, "half size", new SoundPet(1).manifest, picture(768, 936, 2));
        expected.put("16 columns", Set.of(Rule.SHEET_COLUMNS));
        write(folder, "16 columns", new SoundPet(1).manifest, picture(3072, 1872, 1));
        expected.put("another version", Set.of(Rule.MANIFEST_VERSION));
        write(folder, "another version", new SoundPet(1).manifest.replace(":1,", ":2,"), sound);
        expected.put("a colour profile", Set.of(Rule.SHEET_PROFILE));
        write(folder, "a colour profile", new SoundPet(1).manifest, withChunk(sound, "gAMA", new byte[] {0, 0, 1, 0}));
        expected.put("texts", Set.of(Rule.SHEET_METADATA));
        write(folder, "texts", new SoundPet(1).manifest, withChunk(sound, "tEXt", bytes("Author\0me")));
        expected.put("a large sheet of another size", Set.of(Rule.DENSITY_UNUSED));
        write(folder, "a large sheet of another size", new SoundPet(1).manifest, sound);
        Files.write(folder.resolve("a large sheet of another size/spritesheet@2x.png"), sound);
        expected.put("idle is empty", Set.of(Rule.IDLE_EMPTY));
        write(
                folder,
                "idle is empty",
                new SoundPet(1).manifest,
                new SoundPet(1).clearRow(0).png());
        expected.put("bytes that are no zip", Set.of(Rule.PACKAGE_UNREADABLE));
        Files.write(folder.resolve("bytes that are no zip"), new byte[] {1, 2, 3});
        expected.put("the old name", Set.of(Rule.MANIFEST_LEGACY));
        write(folder, "the old name", null, sound);
        Files.writeString(folder.resolve("the old name/avatar.json"), new SoundPet(1).manifest);
        expected.put("a gesture that is none", Set.of(Rule.INTERACTIONS));
        write(folder, "a gesture that is none", with("\"interactions\":{\"reactions\":{\"kick\":\"idle\"}}"), sound);
        expected.put("a clip that is not there", Set.of(Rule.INTERACTIONS));
        write(folder, "a clip that is not there", with("\"interactions\":{\"reactions\":{\"click\":\"fly\"}}"), sound);
        expected.put("an animation", Set.of(Rule.SHEET_ANIMATED));
        write(folder, "an animation", new SoundPet(1).manifest, withChunk(sound, "acTL", new byte[] {
            0, 0, 0, 1, 0, 0, 0, 0
        }));
        expected.put("5 MiB", Set.of(Rule.SHEET_SIZE, Rule.SHEET_METADATA));
        byte[] long5 = Arrays.copyOf(bytes("Author\0"), 5 << 20);
        Arrays.fill(long5, 7, long5.length, (byte) 'x');
        write(folder, "5 MiB", new SoundPet(1).manifest, withChunk(sound, "tEXt", long5));
        expected.put("lossy", Set.of(Rule.SHEET_LOSSY, Rule.SHEET_SCALE, Rule.HIDDEN_COLOR, Rule.CHROMA_FRINGE));
        write(folder, "lossy", new SoundPet(1).manifest.replace("sheet.png", "sheet.webp"), null);
        try (InputStream in = PackageLoader.class.getResourceAsStream("lossy-v1-24.webp")) {
            Files.write(folder.resolve("lossy/spritesheet.webp"), in.readAllBytes());
        }
        expected.put("a grid that does not cover", Set.of(Rule.LEFT_OUT, Rule.MANIFEST_ANIMATIONS));
        write(folder, "a grid that does not cover", with("\"frame\":{\"width\":100,\"height\":208}"), sound);
        expected.put("a grid of its own with empty rows", Set.of(Rule.FRAMES));
        write(
                folder,
                "a grid of its own with empty rows",
                with("\"frame\":{\"width\":50,\"height\":50,\"rows\":5}"),
                stripe(400, 250));
        return expected;
    }

    private static void still(SoundPet pet, int row) {
        for (int column = 1; column < Cells.played(row); column++) {
            pet.copy(row, 0, column);
        }
    }

    private static void oneGaze(SoundPet pet) {
        for (int row = 9; row < 11; row++) {
            for (int column = 0; column < 8; column++) {
                pet.clear(row, column).fill(row, column, 60, 80, 72, 120, 0xff5566aa);
            }
        }
    }

    private static void fourGazes(SoundPet pet) {
        oneGaze(pet);
        for (int i = 0; i < 16; i++) {
            pet.fill(9 + i / 8, i % 8, 70 + i / 4 * 10, 90, 8, 8, 0xffffffff);
        }
    }

    private static void screen(SoundPet pet) {
        pet.fill(1, 1, 0, 0, SoundPet.WIDTH, SoundPet.HEIGHT, 0xff00ff00);
        for (int column = 0; column < 8; column++) {
            pet.copy(1, 1, column);
        }
        pet.fill(1, 3, 60, 80, 8, 8, 0xff000000);
    }

    private static void background(SoundPet pet) {
        for (int column = 0; column < 8; column++) {
            pet.fill(1, column, 0, 0, SoundPet.WIDTH, SoundPet.HEIGHT, 0xffffffff);
            pet.fill(1, column, 60 + column, 80, 8, 8, 0xff000000);
        }
    }

    private static void animations(SoundPet pet, String json) {
        pet.manifest("{\"id\"", "{\"animations\":" + json + ",\"id\"");
    }

    private static void write(Path folder, String name, String manifest, byte[] sheet) throws IOException {
        Path pet = Files.createDirectories(folder.resolve(name));
        if (manifest != null) {
            Files.writeString(pet.resolve("pet.json"), manifest);
        }
        if (sheet != null) {
            Files.write(pet.resolve("spritesheet.png"), sheet);
        }
    }

    private static String with(String fields) {
        return new SoundPet(1).manifest("{\"id\"", "{" + fields + ",\"id\"").manifest;
    }

    /** Ink along the top, and nothing below. */
    private static byte[] stripe(int width, int height) throws IOException {
        byte[] rgba = new byte[width * height * 4];
        Arrays.fill(rgba, 0, 4000, (byte) 200);
        return png(width, height, rgba);
    }

    private static byte[] png(int width, int height, byte[] rgba) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.writeRgba(width, height, rgba, out);
        return out.toByteArray();
    }

    /** A sound pet in a sheet of another size, every so many pixels of it. */
    private static byte[] picture(int width, int height, int every) throws IOException {
        Pixels pet = new SoundPet(1).pixels();
        byte[] rgba = new byte[width * height * 4];
        for (int y = 0; y < Math.min(height, pet.height() / every); y++) {
            for (int x = 0; x < Math.min(width, pet.width() / every); x++) {
                int from = (y * pet.width() + x) * every * 4;
                System.arraycopy(pet.rgba(), from, rgba, (y * width + x) * 4, 4);
            }
        }
        return png(width, height, rgba);
    }

    /** Puts a chunk behind the header. */
    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(png.length + 12 + data.length);
        CRC32 sum = new CRC32();
        sum.update(bytes(type));
        sum.update(data);
        out.put(png, 0, 33).putInt(data.length).put(bytes(type)).put(data).putInt((int) sum.getValue());
        return out.put(png, 33, png.length - 33).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
