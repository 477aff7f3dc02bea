package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.pack.PackageLimits;
import dev.perch.pack.Pixels;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtFrame;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.Drawings;
import dev.perch.tools.sheets.Films;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Animations become rows: each cell shows the frame that the film shows at that share of its time. */
final class FilmInputTest {
    private static final List<String> COLOURS = List.of("red", "lime", "blue");
    private static final int[] RGB = {0xff0000, 0x00ff00, 0x0000ff};

    @TempDir
    private Path folder;

    private Path in;

    @BeforeEach
    void oneIdlePicture() throws Exception {
        in = Files.createDirectory(folder.resolve("pet"));
        Drawings.png(in.resolve("idle_1.png"), Drawings.ball(192, 208, 0, 0));
    }

    /** Of 600 ms, the six cells of idle are in their middle at 76, 182, 242, 310, 387 and 512. */
    @Test
    void anAnimatedPngIsARow() throws Exception {
        List<ArtFrame> frames = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            frames.add(new ArtFrame("" + i, box(RGB[i]), 100 * (i + 1)));
        }
        Files.delete(in.resolve("idle_1.png"));
        Files.write(in.resolve("idle.png"), new Films(picture -> picture).apng(frames));
        CommandLineRun run = pack();
        assertTrue(run.err().contains("idle: lasts 600 ms, and Codex plays it in 1100 ms"), run.err());
        List<ArtFrame> idle = packed().frames("idle");
        int[] shown = {0, 1, 1, 2, 2, 2};
        for (int i = 0; i < shown.length; i++) {
            assertFilled(RGB[shown[i]], 60, 60, 120, 199, idle.get(i).pixels());
        }
    }

    /** Drawn by ImageMagick; as many pictures as waving has cells, so each gets one. */
    @Test
    void aGifIsARow() throws Exception {
        List<String> words = new ArrayList<>(List.of("convert", "-size", "192x208"));
        for (int i = 0; i < 4; i++) {
            words.addAll(List.of("-delay", "" + 10 * (i + 1), "-dispose", "Background", "(", "xc:none", "-fill"));
            words.addAll(List.of(COLOURS.get(i % 3), "-draw", "rectangle 60," + (60 + i) + " 120,199", ")"));
        }
        words.addAll(List.of("-loop", "0", in.resolve("waving.gif").toString()));
        run(words);
        CommandLineRun run = pack();
        assertTrue(run.err().contains("waving: lasts 1000 ms, and Codex plays it in 700 ms"), run.err());
        List<ArtFrame> waving = packed().frames("waving");
        for (int i = 0; i < 4; i++) {
            assertFilled(RGB[i % 3], 60, 60 + i, 120, 199, waving.get(i).pixels());
        }
    }

    /** Made by libwebp's own img2webp; of 500 ms, the middles of jumping's cells are at 41, 125, 208, 291 and 416. */
    @Test
    void anAnimatedWebpIsARow() throws Exception {
        Pixels[] drawn = {Drawings.ball(192, 208, 1, 9), Drawings.ball(192, 208, 3, 77)};
        Drawings.png(folder.resolve("0.png"), drawn[0]);
        Drawings.png(folder.resolve("1.png"), drawn[1]);
        run(List.of(
                "img2webp",
                "-lossless",
                "-d",
                "100",
                folder.resolve("0.png").toString(),
                "-d",
                "400",
                folder.resolve("1.png").toString(),
                "-o",
                in.resolve("jumping.webp").toString()));
        CommandLineRun run = pack();
        assertTrue(run.err().contains("jumping: lasts 500 ms, and Codex plays it in 840 ms"), run.err());
        List<ArtFrame> jumping = packed().frames("jumping");
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(
                    drawn[i == 0 ? 0 : 1].rgba(), jumping.get(i).pixels().rgba(), "cell " + i);
        }
    }

    private static Pixels box(int rgb) {
        byte[] rgba = new byte[192 * 208 * 4];
        for (int i = 0; i < 192 * 208; i++) {
            if (i % 192 >= 60 && i % 192 <= 120 && i / 192 >= 60 && i / 192 <= 199) {
                rgba[i * 4] = (byte) (rgb >> 16);
                rgba[i * 4 + 1] = (byte) (rgb >> 8);
                rgba[i * 4 + 2] = (byte) rgb;
                rgba[i * 4 + 3] = (byte) 255;
            }
        }
        return new Pixels(192, 208, rgba);
    }

    private static void assertFilled(int rgb, int left, int top, int right, int bottom, Pixels pixels) {
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                boolean inside = x >= left && x <= right && y >= top && y <= bottom;
                int at = (y * pixels.width() + x) * 4;
                byte[] rgba = pixels.rgba();
                int seen = (rgba[at] & 0xff) << 16 | (rgba[at + 1] & 0xff) << 8 | rgba[at + 2] & 0xff;
                assertEquals(inside ? 255 : 0, rgba[at + 3] & 0xff, x + "," + y);
                assertEquals(inside ? rgb : 0, seen, x + "," + y);
            }
        }
    }

    private CommandLineRun pack() {
        CommandLineRun run = CommandLineRun.of("pack", in, "--out", folder.resolve("out"), "--png");
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    private Art packed() throws Exception {
        return new ArtReader(Workbench.codecs(), PackageLimits.standard()).read(folder.resolve("out"));
    }

    private static void run(List<String> words) throws Exception {
        assertEquals(0, new ProcessBuilder(words).inheritIO().start().waitFor(), () -> "" + words);
    }
}
