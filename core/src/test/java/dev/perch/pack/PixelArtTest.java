package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelArtTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 16})
    void blocksOnTheGridTellTheirSize(int block) {
        assertEquals(block, PixelArt.blockOf(List.of(art(block, 0), art(block, 0)), 192, 208));
    }

    @Test
    void blocksOffTheGridArePainted() {
        assertEquals(0, PixelArt.blockOf(List.of(art(4, 1)), 192, 208));
    }

    @Test
    void twoSizesOfBlocksAgreeOnTheSmaller() {
        assertEquals(4, PixelArt.blockOf(List.of(art(8, 0), art(4, 0)), 192, 208));
    }

    @Test
    void softEdgesArePainted() {
        TestSheet painted = TestSheet.v1(48);
        List<Picture> cells =
                IntStream.range(0, 72).mapToObj(i -> painted.cell(i / 8, i % 8)).toList();
        assertEquals(0, PixelArt.blockOf(cells, 48, 52));
    }

    @Test
    void aFewStrayPixelsOfALossyEncoderDoNotMatter() {
        Picture art = art(8, 0);
        art.pixels().rgba()[(13 * 192 + 13) * 4] ^= 0x7f;
        assertEquals(8, PixelArt.blockOf(List.of(art), 192, 208));
    }

    @Test
    void noInkIsPainted() {
        assertEquals(0, PixelArt.blockOf(List.of(Picture.EMPTY), 192, 208));
    }

    /** Noise in blocks, moved by {@code shift}. */
    static Picture art(int block, int shift) {
        Random random = new Random(block);
        byte[] cell = new byte[192 * 208 * 4];
        for (int by = 0; by <= 208 / block; by++) {
            for (int bx = 0; bx <= 192 / block; bx++) {
                int rgb = random.nextInt() | 0xff000000;
                boolean ink = random.nextInt(4) > 0;
                for (int y = Math.max(0, by * block - shift); ink && y < Math.min(208, (by + 1) * block - shift); y++) {
                    for (int x = Math.max(0, bx * block - shift); x < Math.min(192, (bx + 1) * block - shift); x++) {
                        int at = (y * 192 + x) * 4;
                        cell[at] = (byte) (rgb >> 16);
                        cell[at + 1] = (byte) (rgb >> 8);
                        cell[at + 2] = (byte) rgb;
                        cell[at + 3] = (byte) 255;
                    }
                }
            }
        }
        return Picture.trim(cell, 192, 0, 192, 208);
    }
}
