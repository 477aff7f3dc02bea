package dev.perch.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.render.RasterImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFramesTest {
    @TempDir
    private Path folder;

    private final RasterImage image = new RasterImage(8, 6);
    private GoldenFrames frames;

    @BeforeEach
    void acceptOneFrame() {
        frames = new GoldenFrames(folder.resolve("golden"), folder.resolve("target"), false);
        image.clear(0x80402010);
        new GoldenFrames(folder.resolve("golden"), folder.resolve("target"), true).check("pet/idle", image);
    }

    @Test
    void anAcceptedFrameIsTheExpectation() {
        assertDoesNotThrow(() -> frames.check("pet/idle", image));
        assertFalse(Files.exists(folder.resolve("target")));
    }

    @Test
    void oneBitOfOnePixelIsADifferenceAndIsShown() throws IOException {
        image.pixels()[8 + 3] ^= 1;
        AssertionError failure = assertThrows(AssertionError.class, () -> frames.check("pet/idle", image));

        String message = failure.getMessage();
        assertTrue(message.contains("1 of 48 pixels by up to 1 of 255 (allowed 0), the first at 3,1"), message);
        assertTrue(message.contains("expected 80402010, drawn 80402011"), message);
        assertTrue(message.contains("./test --accept-goldens"), message);
        assertTrue(message.contains(folder.resolve("target/pet/idle.diff.png").toString()), message);
        assertTrue(Files.exists(folder.resolve("target/pet/idle.actual.png")));
        BufferedImage compared =
                ImageIO.read(folder.resolve("target/pet/idle.diff.png").toFile());
        assertEquals(26, compared.getWidth());
        assertEquals(0xff000008, compared.getRGB(18 + 3, 1));
        assertEquals(0xff000000, compared.getRGB(18 + 4, 1));
    }

    @Test
    void aStatedToleranceIsKeptToTheBit() {
        image.pixels()[0] += 2;

        assertDoesNotThrow(() -> frames.check("pet/idle", image, 2));
        assertThrows(AssertionError.class, () -> frames.check("pet/idle", image, 1));
    }

    @Test
    void aFrameThatIsNotPremultipliedIsNoFrame() {
        image.pixels()[9] = 0x10ff0000;
        AssertionError failure = assertThrows(AssertionError.class, () -> frames.check("pet/idle", image, 255));
        assertEquals("The frame pet/idle is not premultiplied: pixel 1,1 is 10ff0000", failure.getMessage());

        image.pixels()[9] = 0x80402081;
        image.pixels()[10] = 0x80402080;
        assertDoesNotThrow(() -> frames.check("pet/idle", image, 112), "one above its alpha is a rounding");
    }

    @Test
    void aFrameWithoutExpectationOrOfAnotherSizeFails() {
        AssertionError unknown = assertThrows(AssertionError.class, () -> frames.check("other", image));
        assertTrue(unknown.getMessage().startsWith("There is no golden frame"), unknown.getMessage());
        assertTrue(Files.exists(folder.resolve("target/other.actual.png")));

        RasterImage small = new RasterImage(3, 3);
        AssertionError size = assertThrows(AssertionError.class, () -> frames.check("pet/idle", small));
        assertTrue(size.getMessage().contains("expected an image of 8x6, drawn is an image of 3x3"), size.getMessage());
    }
}
