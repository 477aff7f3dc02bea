package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.model.AlphaMask;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

final class SolidRegionTest {
    private static final int WIDTH = 70;
    private static final int HEIGHT = 40;

    @Test
    void aBoxIsOneRectangle() {
        SolidRegion region = SolidRegion.of(mask((x, y) -> x >= 3 && x < 20 && y >= 5 && y < 30));
        assertEquals(1, region.size());
    }

    @Test
    void twoColumnsAreTwoRectanglesAndAStepBetweenThemAThird() {
        SolidRegion columns = SolidRegion.of(mask((x, y) -> x < 10 || x >= 60));
        assertEquals(2, columns.size());
        SolidRegion step = SolidRegion.of(mask((x, y) -> x < 10 || x >= 60 || y == 20));
        assertEquals(5, step.size());
    }

    @Test
    void nothingIsNoRectangle() {
        assertEquals(0, SolidRegion.of(mask((x, y) -> false)).size());
    }

    @Test
    void everySolidPixelIsToldOnceAndNoOther() {
        Random random = new Random(20260101);
        for (int round = 0; round < 200; round++) {
            int density = random.nextInt(101);
            AlphaMask mask = mask((x, y) -> random.nextInt(100) < density);
            assertTold(mask, 0, 0, 1);
            assertTold(mask, 13, 7, 2);
            assertTold(mask, 5.25f, 9.75f, 0.5f + random.nextInt(64) / 32f);
        }
    }

    private static void assertTold(AlphaMask mask, float left, float top, float scale) {
        int[][] told = new int[200][240];
        SolidRegion.of(mask).tell((x, y, width, height) -> mark(told, x, y, width, height), left, top, scale);
        for (int y = 0; y < told.length; y++) {
            for (int x = 0; x < told[y].length; x++) {
                boolean solid = mask.solid(
                        (int) Math.floor((x + 0.5f - left) / scale), (int) Math.floor((y + 0.5f - top) / scale));
                assertEquals(solid ? 1 : 0, told[y][x], "at " + x + "," + y + " scaled by " + scale);
            }
        }
    }

    private static void mark(int[][] told, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                told[y][x]++;
            }
        }
    }

    private static AlphaMask mask(BiPredicate<Integer, Integer> solid) {
        long[] bits = new long[AlphaMask.words(WIDTH, HEIGHT)];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            if (solid.test(i % WIDTH, i / WIDTH)) {
                bits[i >> 6] |= 1L << (i & 63);
            }
        }
        return new AlphaMask(WIDTH, HEIGHT, bits);
    }
}
