package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.Clip;
import dev.perch.model.PackageSource;
import dev.perch.model.PetPackage;
import dev.perch.pack.CodexRows;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageLoader;
import dev.perch.pack.PackageReport;
import dev.perch.pack.Pixels;
import dev.perch.pack.format.PetFormats;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.Drawings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed comes back, and packs to the same bytes again. */
final class RoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void aPetOfVersion2PacksUnpacksAndPacksToTheSameBytes() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, true);
        same(in, "--png");
    }

    @Test
    void aSealedPetPacksUnpacksAndPacksToTheSameBytes() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, true);
        Files.writeString(
                in.resolve("pet.json"),
                "{\"id\":\"round\",\"author\":\"me\",\"interactions\":{\"reactions\":{\"click\":\"waving\"}}}");
        Path frames = same(in, "--format", "sealed");
        String words = Files.readString(frames.resolve("pet.json"));
        assertTrue(words.contains("\"author\" : \"me\"") && words.contains("\"click\" : \"waving\""), words);
        Pixels drawn = Drawings.ball(192, 208, 2, "idle".hashCode());
        Pixels back = read(frames).frames("idle").get(2).pixels();
        for (int i = 0; i < drawn.rgba().length; i += 4) {
            int alpha = drawn.rgba()[i + 3] & 0xff;
            assertEquals(drawn.rgba()[i + 3], back.rgba()[i + 3]);
            for (int c = i; c < i + 3; c++) {
                assertEquals(multiplied(drawn.rgba()[c], alpha), multiplied(back.rgba()[c], alpha));
            }
        }
    }

    private static int multiplied(byte colour, int alpha) {
        return ((colour & 0xff) * alpha + 127) / 255;
    }

    @Test
    void anAtlasPacksUnpacksAndPacksToTheSameBytes() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 96, 104, false);
        same(in, "--format", "atlas");
        same(in, "--format", "atlas", "--premultiply", "--pot", "--extrude", "1", "--page", "256");
        same(in, "--format", "atlas", "--no-strip", "--no-alias", "--bleed", "--padding", "0", "--page", "1024");
    }

    @Test
    void largerSheetsComeBackAsTheyWere() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path frames = same(in, "--png", "--scales", "1,2", "--filter", "smooth");
        assertEquals(
                "384x416",
                read(frames.resolve("@2x")).frames("idle").get(0).pixels().toString());
    }

    @Test
    @Tag("long")
    void everyFilterAndScaleGivesTheSameBytesAgain() throws Exception {
        Path plain = Drawings.folder(folder.resolve("plain"), 192, 208, true);
        Path odd = Drawings.folder(folder.resolve("odd"), 250, 230, false);
        for (String filter : List.of("nearest", "smooth")) {
            same(plain, "--png", "--scales", "1,2,3", "--filter", filter);
            same(odd, "--png", "--scales", "1,2,3", "--filter", filter);
        }
        same(Drawings.folder(folder.resolve("half"), 96, 104, false), "--png", "--scales", "1,2,3");
        Path large = Drawings.folder(folder.resolve("large"), 576, 624, false);
        same(large, "--png", "--scales", "1,2,3", "--filter", "area");
        same(large, "--scales", "1,2");
    }

    @Test
    void aPetsOwnAnimationsComeBackWithTheirTimes() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        for (int i = 0; i < 3; i++) {
            Drawings.png(in.resolve("nap/" + (i + 1) + ".png"), Drawings.looking(192, 208, i));
            Drawings.png(in.resolve("own-waiting/" + (i + 1) + ".png"), Drawings.looking(192, 208, 2 * i));
        }
        Files.writeString(in.resolve("pet.json"), """
                {"animations":{"nap":{"loop":false,"fallback":"idle"},"waiting":{"fps":5},"running":{"frames":[56,57],"fps":4}},
                "frameMillis":{"nap":[100,50,150],"own-waiting":[200,200,200]}}
                """);
        Path frames = same(in, "--png");
        PetPackage pet = opened(frames.resolveSibling("once"));
        assertEquals(List.of(50, 50, 50, 50, 50, 50), millis(pet.clip("nap")));
        assertEquals(List.of(200, 200, 200), millis(pet.clip("waiting")));
        assertEquals(List.of(250, 250), millis(pet.clip("running")));
        Art art = read(frames);
        for (int i = 0; i < 6; i++) {
            int drawn = List.of(0, 0, 1, 2, 2, 2).get(i);
            assertArrayEquals(
                    Drawings.looking(192, 208, drawn).rgba(),
                    art.frames("nap").get(i).pixels().rgba());
        }
        assertEquals(50, art.frames("nap").get(0).millis());
        assertArrayEquals(
                Drawings.looking(192, 208, 4).rgba(),
                art.frames("own-waiting").get(2).pixels().rgba());
        assertEquals(6, art.frames("waiting").size(), "the row that Codex shows comes back too");
        assertEquals(250, art.frames("own-running").get(1).millis());
    }

    @Test
    void anEmptyPictureAmongOthersStaysWhereItIs() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Drawings.png(in.resolve("waving/2.png"), new Pixels(192, 208, new byte[192 * 208 * 4]));
        assertTrue(read(same(in, "--png")).frames("waving").get(1).pixels().empty());
    }

    @Test
    void libwebpsOwnDecoderReadsEveryPixelThatWasDrawn() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, true);
        Path out = folder.resolve("pet");
        assertEquals(0, CommandLineRun.of("pack", in, "--out", out, "--quiet").exitCode());
        Pixels sheet = dwebp(out.resolve("spritesheet.webp"));
        assertEquals("1536x2288", sheet.toString());
        for (int row = 0; row < CodexRows.ALL.size(); row++) {
            CodexRows codex = CodexRows.ALL.get(row);
            for (int column = 0; column < codex.millis().size(); column++) {
                Pixels drawn = Drawings.ball(192, 208, column, codex.name().hashCode());
                assertCell(drawn, sheet, row, column);
            }
        }
        for (int i = 0; i < 16; i++) {
            assertCell(Drawings.looking(192, 208, i), sheet, CodexRows.LOOK_ROW + i / 8, i % 8);
        }
        assertCell(Drawings.ball(192, 208, 0, 7), sheet, 0, CodexRows.NEUTRAL_COLUMN);
        assertCell(new Pixels(192, 208, new byte[192 * 208 * 4]), sheet, 3, 7);
    }

    private static void assertCell(Pixels drawn, Pixels sheet, int row, int column) {
        Pixels cell = sheet.crop(column * 192, row * 208, 192, 208);
        assertArrayEquals(drawn.rgba(), cell.rgba(), "row " + row + " column " + column);
    }

    private Pixels dwebp(Path file) throws Exception {
        Path pam = folder.resolve("truth.pam");
        Process process = new ProcessBuilder("dwebp", "-quiet", "-pam", file.toString(), "-o", pam.toString())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
        byte[] bytes = Files.readAllBytes(pam);
        String head = new String(bytes, 0, 200, StandardCharsets.ISO_8859_1);
        int width = Integer.parseInt(head.replaceFirst("(?s).*WIDTH (\\d+).*", "$1"));
        byte[] rgba = Arrays.copyOfRange(bytes, head.indexOf("ENDHDR\n") + 7, bytes.length);
        return new Pixels(width, rgba.length / 4 / width, rgba);
    }

    /** Packs, unpacks and packs again, and compares all files; returns the folder of pictures. */
    private Path same(Path in, String... how) throws Exception {
        Path work = Files.createTempDirectory(folder, "trip");
        Path once = pack(in, work.resolve("once"), how);
        boolean atlas = List.of(how).contains("atlas");
        Path frames = work.resolve("frames");
        CommandLineRun run =
                CommandLineRun.of("unpack", atlas ? once.resolve("pet.atlas") : once, "--out", frames, "--quiet");
        assertEquals(0, run.exitCode(), run.err());
        Path twice = pack(frames, work.resolve("twice"), withoutScales(how));
        assertEquals(names(once), names(twice));
        for (String name : names(once)) {
            String what = in.getFileName() + " " + List.of(how) + " " + name;
            if (name.endsWith("json")) {
                assertEquals(Files.readString(once.resolve(name)), Files.readString(twice.resolve(name)), what);
            }
            assertArrayEquals(Files.readAllBytes(once.resolve(name)), Files.readAllBytes(twice.resolve(name)), what);
        }
        return frames;
    }

    /** The folders of pictures say it. */
    private static String[] withoutScales(String... how) {
        List<String> words = new ArrayList<>(List.of(how));
        int at = words.indexOf("--scales");
        if (at >= 0) {
            words.subList(at, at + 2).clear();
        }
        return words.toArray(String[]::new);
    }

    /** An atlas is named after its folder. */
    private static Path pack(Path in, Path home, String... how) {
        List<Object> words = new ArrayList<>(List.of("pack", in, "--out", home.resolve("pet"), "--quiet"));
        words.addAll(List.of(how));
        CommandLineRun run = CommandLineRun.of(words.toArray());
        assertEquals(0, run.exitCode(), run.err());
        return home.resolve("pet");
    }

    private PetPackage opened(Path pet) throws IOException {
        PackageLoader loader = new PackageLoader(
                folder.resolve("store"), Workbench.codecs(), PackageLimits.standard(), PetFormats.all());
        PackageReport report = loader.load(PackageSource.of(pet.resolve("pet")), 0);
        return assertInstanceOf(PackageReport.Opened.class, report, () -> "" + report.problems())
                .pet();
    }

    private static List<Integer> millis(Clip clip) {
        return clip.frames().stream().map(Clip.Frame::millis).toList();
    }

    private static Art read(Path in) throws Exception {
        return new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(in);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
