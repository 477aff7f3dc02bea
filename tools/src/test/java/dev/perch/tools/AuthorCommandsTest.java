package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.pack.PackageLimits;
import dev.perch.pack.Pixels;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.Drawings;
import dev.perch.tools.sheets.PackMemory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a pet author types, from the first folder to the film. */
final class AuthorCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void aStarterIsPackedValidatedAndShown() throws Exception {
        Path start = folder.resolve("my-fox");
        Path pet = folder.resolve("fox");
        assertEquals(0, CommandLineRun.of("new", start).exitCode());
        assertEquals(2, CommandLineRun.of("new", start, "--out").exitCode());
        assertEquals(
                0,
                CommandLineRun.of("watch", start, "--out", pet, "--png", "--once", "--quiet")
                        .exitCode());
        CommandLineRun verdict = CommandLineRun.of("validate", pet, "--json");
        assertEquals(0, verdict.exitCode(), verdict.out());
        assertTrue(verdict.out().contains("\"opens\":true,\"errors\":0,\"warnings\":0"), verdict.out());
        assertTrue(CommandLineRun.of("pack", start, "--out", pet, "--png").out().contains("is up to date"));

        Path films = folder.resolve("films");
        Path page = folder.resolve("fox.html");
        assertEquals(
                0,
                CommandLineRun.of("preview", pet, "--films", films, "--html", page)
                        .exitCode());
        Art waving = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(films.resolve("waving.png"));
        assertEquals(
                List.of(140, 140, 140, 280),
                waving.frames("idle").stream().map(frame -> frame.millis()).toList());
        String html = Files.readString(page);
        assertTrue(html.contains("data:image/png;base64,") && !html.contains("http:") && !html.contains("<script"));
    }

    @Test
    void residueIsMendedAndTheArtStays() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path pet = folder.resolve("pet");
        assertEquals(0, CommandLineRun.of("pack", in, "--out", pet, "--png").exitCode());
        Art before = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(pet);
        Files.writeString(pet.resolve("pet.json"), "\ufeff{\"spritesheetPath\":\"spritesheet.png\",\"mood\":7}");
        CommandLineRun bad = CommandLineRun.of("validate", pet, "--strict");
        assertEquals(2, bad.exitCode());
        assertTrue(bad.out().contains("manifest-bom"), bad.out());
        CommandLineRun mended = CommandLineRun.of("validate", pet, "--strict", "--fix");
        assertEquals(0, mended.exitCode(), mended.out());
        assertTrue(Files.readString(pet.resolve("pet.json")).contains("\"mood\" : 7"));
        Art after = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(pet);
        assertArrayEquals(
                before.frames("review").get(3).pixels().rgba(),
                after.frames("review").get(3).pixels().rgba());
    }

    @Test
    void mendingKeepsWhatThePetsOwnClipsShowAndWhatWasThere() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path pet = folder.resolve("pet");
        assertEquals(0, CommandLineRun.of("pack", in, "--out", pet, "--png").exitCode());
        Path sheet = pet.resolve("spritesheet.png");
        BufferedImage image = ImageIO.read(sheet.toFile());
        for (int column : List.of(6, 7)) {
            image.setRGB(192 * column + 90, 100, 0xff00ff00);
        }
        ImageIO.write(image, "png", sheet.toFile());
        byte[] before = Files.readAllBytes(sheet);
        Files.writeString(
                pet.resolve("pet.json"),
                "{\"id\":\"ball\",\"spritesheetPath\":\"spritesheet.png\",\"animations\":{\"nap\":{\"frames\":[6]}}}");
        CommandLineRun mended = CommandLineRun.of("validate", pet, "--fix");
        assertEquals(0, mended.exitCode(), mended.err());
        BufferedImage after = ImageIO.read(sheet.toFile());
        assertEquals(0xff00ff00, after.getRGB(192 * 6 + 90, 100), "its own clip shows it");
        assertEquals(0, after.getRGB(192 * 7 + 90, 100) >>> 24, "nobody shows it");
        assertArrayEquals(before, Files.readAllBytes(pet.resolve("spritesheet.png.orig")));
    }

    @Test
    void aSheetThatAJsonNamesIsPackedAgainWhenItChanges() throws Exception {
        Path json = Files.writeString(folder.resolve("fox.json"), "{\"meta\":{\"image\":\"sheet.png\"}}");
        Path sheet = Files.write(folder.resolve("sheet.png"), new byte[] {1});
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.write(out.resolve("made"), new byte[] {2});
        PackMemory memory = new PackMemory(folder.resolve("cache"), json, out, "so");
        memory.remember(Set.of("made"));
        assertTrue(new PackMemory(folder.resolve("cache"), json, out, "so").upToDate());
        Files.write(sheet, new byte[] {3, 4});
        assertFalse(new PackMemory(folder.resolve("cache"), json, out, "so").upToDate());
    }

    @Test
    void aStripIsCutTheWayThatLeavesNothingOver() throws Exception {
        Drawings.png(folder.resolve("strip/idle_strip3.png"), Drawings.ball(120, 208, 0, 0));
        Art art = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(folder.resolve("strip"));
        assertEquals("40x208", art.frames("idle").get(2).pixels().toString());
    }

    @Test
    void aPetBecomesOneOfTwoDensities() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path large = folder.resolve("large");
        CommandLineRun run =
                CommandLineRun.of("pack", in, "--out", large, "--png", "--scales", "1,2", "--filter", "nearest");
        assertEquals(0, run.exitCode(), run.err());
        Pixels plain = Drawings.ball(192, 208, 2, "idle".hashCode());
        Pixels twice = new ArtReader(Workbench.codecs(), PackageLimits.standard())
                .read(large)
                .at(2)
                .frames("idle")
                .get(2)
                .pixels();
        assertEquals("384x416", twice.toString());
        for (int y = 0; y < 416; y++) {
            for (int x = 0; x < 384; x++) {
                assertEquals(plain.alpha(x / 2, y / 2), twice.alpha(x, y));
            }
        }
        assertEquals(
                2,
                CommandLineRun.of("convert", large, "--to", "2x", "--out", folder.resolve("x"))
                        .exitCode());
    }

    @Test
    void badInputIsOneSentenceAndLeavesNothing() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken/idle"));
        Files.write(broken.resolve("1.png"), new byte[] {1, 2, 3});
        refused("idle/1.png: is neither WebP nor PNG; save it again as WebP or PNG", folder.resolve("broken"));
        Drawings.png(folder.resolve("cut/idle/1.png"), Drawings.ball(64, 64, 0, 0));
        byte[] whole = Files.readAllBytes(folder.resolve("cut/idle/1.png"));
        Files.write(folder.resolve("cut/idle/1.png"), Arrays.copyOf(whole, whole.length / 2));
        refused("idle/1.png: is a PNG that ends in the middle; copy the picture again", folder.resolve("cut"));
        Drawings.png(folder.resolve("mixed/idle/1.png"), Drawings.ball(64, 64, 0, 0));
        Drawings.png(folder.resolve("mixed/idle/2.png"), Drawings.ball(60, 64, 0, 0));
        refused(
                "idle/2.png: is 60x64 pixels, and idle/1.png is 64x64; "
                        + "save all pictures of idle on a canvas of one size",
                folder.resolve("mixed"));
        Drawings.png(folder.resolve("long/idle_strip6.png"), new Pixels(30_000, 4, new byte[480_000]));
        refused(
                "idle_strip6.png: is 30000x4 pixels, more than 40 million or 16384 a side; "
                        + "make it smaller: a sheet has 1536x1872 or 1536x2288",
                folder.resolve("long"));
        Files.createDirectories(folder.resolve("nothing"));
        refused(
                "nothing: holds no pictures; " + "put numbered PNGs into a folder for each state, like idle/1.png",
                folder.resolve("nothing"));
        refused("nowhere: there is no such file or folder; check the path", folder.resolve("nowhere"));
        Path many = Files.createDirectories(folder.resolve("many/idle"));
        Drawings.png(many.resolve("1.png"), Drawings.ball(8, 8, 0, 0));
        for (int i = 2; i <= 10_000; i++) {
            Files.createLink(many.resolve(i + ".png"), many.resolve("1.png"));
        }
        refused("many: holds 10000 pictures, more than 4096; give the folder of one pet", folder.resolve("many"));
        Drawings.png(folder.resolve("noidle/waving/1.png"), Drawings.ball(64, 64, 0, 0));
        refused("noidle: has no idle pictures; draw at least one, as idle/1.png", folder.resolve("noidle"));
    }

    @Test
    void whatWouldBePackedIntoItselfIsRefused() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 64, 64, false);
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", in.resolve("out"));
        assertEquals(
                "perch: --out: lies in IN, so the next packing would take it for pictures; name a folder beside it.\n",
                run.err());
        assertEquals(2, run.exitCode());
        assertFalse(Files.exists(in.resolve("out")));
    }

    @Test
    void aPreviewReplacesNoFileUnlessItIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("precious.png"), "mine");
        CommandLineRun refused = CommandLineRun.of("preview", "axo", "--out", file);
        assertEquals(2, refused.exitCode());
        assertEquals("perch: " + file + ": is there already; name another file, or add --force.\n", refused.err());
        assertEquals("mine", Files.readString(file));
        CommandLineRun forced = CommandLineRun.of("preview", "axo", "--out", file, "--force", "--json");
        assertEquals(0, forced.exitCode(), forced.err());
        assertTrue(forced.out().contains("\"files\":[\"" + file + "\"]"), forced.out());
        assertEquals(1536, ImageIO.read(file.toFile()).getWidth());
        CommandLineRun again = CommandLineRun.of("preview", "axo", "--out", file, "--quiet");
        assertEquals("", again.out() + again.err(), "the same picture is no loss");
        assertEquals(0, again.exitCode());
    }

    @Test
    void picturesOfHalfACellAreMadeLargerAndThatIsTold() throws Exception {
        Path in = Drawings.folder(folder.resolve("half"), 96, 104, false);
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", folder.resolve("out"), "--png");
        assertEquals(
                "perch: half: has pictures of half the size of a cell, 96x104, so they were made 2 times as large;"
                        + " draw them at 192x208, or say with --filter how they become larger.\n",
                run.err());
    }

    /** Ctrl-C while the pictures are read. */
    @Test
    void aStoppedRunSaysSoAndLeavesNothing() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path out = folder.resolve("out");
        StringWriter err = new StringWriter();
        CommandLine perch = Perch.commandLine(Runnable::run);
        perch.setErr(new PrintWriter(err, true));
        assertEquals(2, perch.execute("pack", in.toString(), "--out", out.toString(), "--png"));
        assertEquals(
                "perch: " + out + ": was not written, for the packing was stopped; run it again.\n", err.toString());
        assertEquals(List.of("ball"), names(folder));
    }

    /** Ended at the moment when the first file is being written: all is there, or nothing, and no residue. */
    @Test
    void aRunThatIsEndedHalfWayLeavesNothingHalfWritten() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path home = Files.createDirectory(folder.resolve("home"));
        Path out = home.resolve("pet");
        String[] words = {"pack", in.toString(), "--out", out.toString(), "--png", "--scales", "1,2,3"};
        try (PerchProcess perch = PerchProcess.start(folder, (Object[]) words)) {
            while (perch.alive() && names(home).isEmpty()) {
                Thread.onSpinWait();
            }
            perch.terminate();
            perch.exitCode();
        }
        assertTrue(Set.of(List.of(), List.of("pet")).contains(names(home)));
        if (Files.exists(out)) {
            assertEquals(
                    List.of("pet.json", "spritesheet.png", "spritesheet@2x.png", "spritesheet@3x.png"), names(out));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void refused(String says, Path in) throws Exception {
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", folder.resolve("out"), "--png");
        assertEquals("perch: " + says + ".\n", run.err().replace(folder + "/", ""));
        assertEquals(2, run.exitCode());
        assertTrue(
                names(folder).stream().noneMatch(name -> name.equals("out") || name.endsWith(".part")),
                "nothing is left");
    }

    @Test
    void asepritesTagsAreStates() throws Exception {
        byte[] sheet = new byte[3 * 16 * 16 * 4];
        Arrays.fill(sheet, (byte) 200);
        Drawings.png(folder.resolve("fox.png"), new Pixels(48, 16, sheet));
        Files.writeString(folder.resolve("fox.json"), """
                {"frames":{"fox 0":{"frame":{"x":0,"y":0,"w":16,"h":16},"duration":100},
                "fox 1":{"frame":{"x":16,"y":0,"w":16,"h":16},"duration":50},
                "fox 2":{"frame":{"x":32,"y":0,"w":8,"h":16},"spriteSourceSize":{"x":4,"y":0,"w":8,"h":16},
                "sourceSize":{"w":16,"h":16},"duration":70}},
                "meta":{"image":"fox.png","frameTags":[{"name":"Idle","from":0,"to":1,"direction":"forward"},
                {"name":"wave","from":0,"to":2,"direction":"pingpong"}]}}
                """);
        Art art = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(folder.resolve("fox.json"));
        assertEquals(
                List.of(100, 50),
                art.frames("idle").stream().map(f -> f.millis()).toList());
        assertEquals(
                List.of(100, 50, 70, 50),
                art.frames("waving").stream().map(f -> f.millis()).toList());
        assertEquals(0, art.frames("waving").get(2).pixels().alpha(3, 8));
        assertTrue(art.frames("waving").get(2).pixels().alpha(4, 8) > 0);
    }
}
