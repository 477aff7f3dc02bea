package dev.perch.tools.sheets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.perch.pack.Pixels;
import org.junit.jupiter.api.Test;

final class StraightTest {
    @Test
    void everyColourUnderEveryAlphaIsTheSameOnceItIsMultipliedAgain() {
        byte[] rgba = new byte[256 * 256 * 4];
        for (int i = 0; i < 256 * 256; i++) {
            rgba[i * 4] = (byte) i;
            rgba[i * 4 + 1] = (byte) (255 - i);
            rgba[i * 4 + 3] = (byte) (i >> 8);
        }
        Pixels once = Straight.multiplied(new Pixels(256, 256, rgba));
        Pixels straight = Straight.of(once);
        assertArrayEquals(once.rgba(), Straight.multiplied(straight).rgba());
        assertArrayEquals(
                straight.rgba(), Straight.of(Straight.multiplied(straight)).rgba());
    }
}
