package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaxRectsTest {
    @ParameterizedTest
    @EnumSource
    void placesAreInsideTheBinAndApart(MaxRects.Fit fit) {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            MaxRects bin = new MaxRects(200, 150, fit);
            List<MaxRects.Rect> placed = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                MaxRects.Rect rect = bin.place(1 + random.nextInt(40), 1 + random.nextInt(40));
                if (rect != null) {
                    assertTrue(new MaxRects.Rect(0, 0, 200, 150).holds(rect));
                    placed.forEach(other -> assertFalse(other.meets(rect), () -> other + " meets " + rect));
                    placed.add(rect);
                }
            }
            assertTrue(placed.size() > 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBinIsFilledToTheLastPixel(MaxRects.Fit fit) {
        MaxRects bin = new MaxRects(40, 30, fit);
        for (int i = 0; i < 12; i++) {
            assertNotNull(bin.place(10, 10));
        }
        assertNull(bin.place(1, 1));
    }
}
