package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GazeTest {
    @ParameterizedTest
    @CsvSource({
        "0,-50,0",
        "50,-50,2",
        "50,0,4",
        "50,50,6",
        "0,50,8",
        "-50,50,10",
        "-50,0,12",
        "-50,-50,14",
        "0.5,0.5,-1",
        "1,0,-1",
        "1.1,0,4"
    })
    void anglesCountClockwiseFromUp(double dx, double dy, int sector) {
        assertEquals(sector, Gaze.sector(dx, dy));
    }

    @Test
    void eachSectorIsAsWideAsTheOthersAndCentredOnItsDirection() {
        int[] counts = new int[Gaze.SECTORS];
        for (int tenths = 0; tenths < 3600; tenths++) {
            double radians = Math.toRadians(tenths / 10.0 + 0.05);
            counts[Gaze.sector(100 * Math.sin(radians), -100 * Math.cos(radians))]++;
        }
        for (int count : counts) {
            assertEquals(225, count);
        }
        assertEquals(0, Gaze.sector(-19, -100));
        assertEquals(15, Gaze.sector(-21, -100));
    }
}
