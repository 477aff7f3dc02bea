package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.pack.CodexRows;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.Pixels;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtFrame;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.Drawings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderOfPicturesBecomesAPetThatOpensWithEveryPixel() throws Exception {
        Path in = Drawings.folder(folder.resolve("Ball Pet"), 192, 208, true);
        Path out = folder.resolve("ball");
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", out, "--name", "Ball", "--description", "Round.");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        String manifest = Files.readString(out.resolve("pet.json"));
        assertTrue(manifest.contains("\"id\" : \"ball-pet\"") && manifest.contains("\"spriteVersionNumber\" : 2"));

        Art art = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(out);
        for (CodexRows row : CodexRows.ALL) {
            List<ArtFrame> frames = art.frames(row.name());
            assertEquals(row.millis().size(), frames.size());
            for (int i = 0; i < frames.size(); i++) {
                Pixels drawn = Drawings.ball(192, 208, i, row.name().hashCode());
                assertArrayEquals(drawn.rgba(), frames.get(i).pixels().rgba(), row.name() + " " + i);
            }
        }
        for (int i = 0; i < 16; i++) {
            assertArrayEquals(
                    Drawings.looking(192, 208, i).rgba(),
                    art.frames("look").get(i).pixels().rgba());
        }
        assertEquals(
                0,
                CommandLineRun.of("preview", out, "--out", folder.resolve("sheet.png"))
                        .exitCode());
    }

    @Test
    void packingAPetAgainGivesTheSameBytes() throws Exception {
        roundTrip("spritesheet.png", "--png");
    }

    @Test
    @Tag("long")
    void packingAPetAgainAsWebpGivesTheSameBytes() throws Exception {
        roundTrip("spritesheet.webp", "--quiet");
    }

    private void roundTrip(String sheet, String form) throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path once = folder.resolve("once");
        Path twice = folder.resolve("twice");
        assertEquals(0, CommandLineRun.of("pack", in, "--out", once, form).exitCode());
        assertEquals(0, CommandLineRun.of("pack", once, "--out", twice, form).exitCode());
        assertArrayEquals(Files.readAllBytes(once.resolve(sheet)), Files.readAllBytes(twice.resolve(sheet)));
        assertEquals(Files.readString(once.resolve("pet.json")), Files.readString(twice.resolve("pet.json")));
    }

    /** A folder is read in whatever order its system gives, so the same files are saved in two orders. */
    @Test
    void theOrderInWhichFilesWereSavedDoesNotShow() throws Exception {
        Path in = Drawings.folder(folder.resolve("a/ball"), 64, 64, false);
        List<Path> files;
        try (Stream<Path> all = Files.walk(in)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
        Collections.shuffle(files, new Random(8));
        Path shuffled = folder.resolve("b/ball");
        for (Path file : files) {
            Path copy = shuffled.resolve(in.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        for (Path each : List.of(in, shuffled)) {
            Path out = each.resolveSibling("out");
            assertEquals(
                    0, CommandLineRun.of("pack", each, "--out", out, "--png").exitCode());
        }
        for (String file : List.of("pet.json", "spritesheet.png")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a/out").resolve(file)),
                    Files.readAllBytes(folder.resolve("b/out").resolve(file)),
                    file);
        }
    }

    @Test
    void smallPicturesStandOnTheirFeetInTheMiddle() throws Exception {
        Path in = Drawings.folder(folder.resolve("small"), 40, 40, false);
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", folder.resolve("out"), "--png");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("made 6 times as large"), run.err());
        Art art = new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(folder.resolve("out"));
        for (ArtFrame frame : art.frames("jumping")) {
            Pixels cell = frame.pixels();
            assertTrue(cell.alpha(96, 198) > 0 && cell.alpha(96, 201) == 0, "the feet are on their line");
            assertEquals(cell.alpha(10, 150), cell.alpha(181, 150), "it stands in the middle");
        }
    }

    @Test
    void whatIsMissingStandsInAndIsTold() throws Exception {
        for (int i = 1; i <= 3; i++) {
            Drawings.png(folder.resolve("in/idle_0" + i + ".png"), Drawings.ball(192, 208, i, 3));
            Drawings.png(folder.resolve("in/running-right_" + i + ".png"), Drawings.ball(192, 208, i, 4));
        }
        CommandLineRun run = CommandLineRun.of("pack", folder.resolve("in"), "--out", folder.resolve("out"), "--png");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("running-left: has no pictures, so running-right was mirrored"), run.err());
        assertTrue(run.err().contains("waving: has no pictures, so idle stands in for it"), run.err());
        assertTrue(
                run.err().contains("idle: has 3 pictures for the 6 cells of Codex, so they were repeated"), run.err());
    }

    @Test
    void nothingOfSomebodyElseIsOverwritten() throws Exception {
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("pet.json"), "{}");
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", out, "--png");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--force"), run.err());
        assertEquals("{}", Files.readString(out.resolve("pet.json")));
        assertFalse(Files.exists(out.resolve("spritesheet.png")));
        assertEquals(
                0,
                CommandLineRun.of("pack", in, "--out", out, "--png", "--force").exitCode());
        assertEquals(
                0,
                CommandLineRun.of("pack", in, "--out", out, "--png", "--check").exitCode());
        Drawings.png(in.resolve("idle/1.png"), Drawings.ball(192, 208, 3, 9));
        assertEquals(
                2,
                CommandLineRun.of("pack", in, "--out", out, "--png", "--check").exitCode());
    }
}
