package dev.perch.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenderCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aStillShowsPetAndBubbleAndIsTheSameEachTime() throws Exception {
        Path first = folder.resolve("first.png");
        Path second = folder.resolve("second.png");
        render("--state", "waiting", "--title", "May I?", "--at", 300, "--out", first);
        render("--state", "waiting", "--title", "May I?", "--at", 300, "--out", second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
        BufferedImage still = ImageIO.read(first.toFile());
        assertTrue(ink(still, 0, still.getHeight() / 2) > 1_000, "no bubble");
        assertTrue(ink(still, still.getHeight() / 2, still.getHeight()) > 5_000, "no pet");
    }

    @Test
    void severalMomentsGoIntoAFolder() {
        render("--state", "running", "--at", "0,130,260", "--out", folder.resolve("frames"));
        for (String name : List.of("000000.png", "000130.png", "000260.png")) {
            assertTrue(Files.exists(folder.resolve("frames").resolve(name)), name);
        }
    }

    @Test
    void aFilmHasAFrameForEachChangeOfThePicture() throws Exception {
        Path gif = folder.resolve("failed.gif");
        render("--pet", "axo", "--state", "failed", "--seconds", "2.44", "--gif", gif);
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(in);
            assertEquals(16, reader.getNumImages(true), "two passes of eight frames");
        }
        Path apng = folder.resolve("failed.png");
        render("--pet", "axo", "--state", "failed", "--seconds", "2.44", "--apng", apng);
        assertEquals(16, controlChunks(Files.readAllBytes(apng)));
    }

    @Test
    void theSheetShowsEveryClipOfThePet() throws Exception {
        Path sheet = folder.resolve("sheet.png");
        render("--pet", "pip", "--sheet", sheet);
        BufferedImage picture = ImageIO.read(sheet.toFile());
        assertEquals(8 * 192, picture.getWidth());
        assertTrue(picture.getHeight() > 12 * 208, "nine states, two rows of looks and the neutral pose");
    }

    @Test
    void wordsHaveDashesAndSmallLetters() {
        render(
                "--state",
                "running",
                "--settle",
                "while-active",
                "--theme",
                "high-contrast",
                "--ground",
                "dark",
                "--at",
                0,
                "--out",
                folder.resolve("words.png"));
        assertTrue(Files.exists(folder.resolve("words.png")));
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : List.of("run", "render", "record", "draw-pets")) {
            CommandLineRun help = CommandLineRun.of(command, "--help");
            assertEquals(0, help.exitCode());
            assertTrue(help.out().startsWith("Usage:") || help.out().contains("\nUsage: perch " + command), help.out());
        }
        assertEquals(2, CommandLineRun.of("fly").exitCode());
    }

    private static void render(Object... words) {
        Object[] command = new Object[words.length + 1];
        command[0] = "render";
        System.arraycopy(words, 0, command, 1, words.length);
        CommandLineRun run = CommandLineRun.of(command);
        assertEquals(0, run.exitCode(), run.err());
    }

    private static int ink(BufferedImage picture, int top, int bottom) {
        int ink = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += picture.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
            }
        }
        return ink;
    }

    private static int controlChunks(byte[] png) {
        int count = 0;
        for (int i = 0; i + 4 <= png.length; i++) {
            count += png[i] == 'f' && png[i + 1] == 'c' && png[i + 2] == 'T' && png[i + 3] == 'L' ? 1 : 0;
        }
        return count;
    }
}
