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
import java.util.List;
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
        Path in = Drawings.folder(folder.resolve("ball"), 192, 208, false);
        for (String form : List.of("--png", "--quiet")) {
            Path once = folder.resolve("once" + form);
            Path twice = folder.resolve("twice" + form);
            assertEquals(
                    0,
                    CommandLineRun.of("pack", in, "--out", once, "--scales", "1", form)
                            .exitCode());
            assertEquals(
                    0, CommandLineRun.of("pack", once, "--out", twice, form).exitCode());
            for (String file : List.of("pet.json", form.equals("--png") ? "spritesheet.png" : "spritesheet.webp")) {
                if (!file.equals("pet.json")) {
                    assertArrayEquals(
                            Files.readAllBytes(once.resolve(file)), Files.readAllBytes(twice.resolve(file)), file);
                }
            }
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
