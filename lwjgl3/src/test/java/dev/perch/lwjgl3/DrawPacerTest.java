package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class DrawPacerTest {
    private static final long MILLI = 1_000_000;

    @Test
    void theFirstPictureNeverWaits() {
        assertEquals(0, new DrawPacer(60).waitNanos(-5 * MILLI));
    }

    @Test
    void theNextPictureComesOneRefreshLater() {
        DrawPacer pacer = new DrawPacer(50);
        pacer.drew(1000 * MILLI);
        assertEquals(15 * MILLI, pacer.waitNanos(1005 * MILLI));
        assertEquals(0, pacer.waitNanos(1020 * MILLI));
    }

    @Test
    void afterAQuietTimeAPictureDoesNotWait() {
        DrawPacer pacer = new DrawPacer(50);
        pacer.drew(1000 * MILLI);
        assertTrue(pacer.waitNanos(60_000 * MILLI) <= 0);
    }

    @Test
    void aMonitorThatTellsNoRateIsTakenForAUsualOne() {
        DrawPacer pacer = new DrawPacer(0);
        pacer.drew(0);
        assertEquals(1_000_000_000L / DrawPacer.USUAL_HERTZ, pacer.waitNanos(0));
    }
}
