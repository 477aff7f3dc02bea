package dev.perch.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PointerTrailTest {
    private static final long MILLI = 1_000_000;

    private final PointerTrail trail = new PointerTrail();

    @Test
    void aSteadyHandIsAsFastAsItIs() {
        for (int i = 0; i <= 300; i++) {
            trail.add(i, -2 * i, i * MILLI);
        }
        assertEquals(1_000, trail.velocityX(300 * MILLI), 1e-6);
        assertEquals(-2_000, trail.velocityY(300 * MILLI), 1e-6);
        assertEquals(Math.sqrt(5) * 1_000, trail.speed(300 * MILLI), 1e-6);
    }

    @Test
    void aHandThatRestedHasNoMomentumHoweverFastItWas() {
        for (int i = 0; i <= 100; i++) {
            trail.add(10 * i, 0, i * MILLI);
        }
        assertEquals(0, trail.velocityX(200 * MILLI));
    }

    @Test
    void whatWasBeforeTheWindowSaysNothing() {
        trail.add(0, 0, 0);
        trail.add(5_000, 0, 100 * MILLI);
        trail.add(5_008, 0, 140 * MILLI);
        trail.add(5_016, 0, 180 * MILLI);
        assertEquals(200, trail.velocityX(180 * MILLI), 1e-6);
    }

    @Test
    void twoEventsAtOnceAreNoMiracle() {
        trail.add(0, 0, 0);
        trail.add(10, 0, 0);
        assertEquals(500, trail.velocityX(0), 1e-6);
    }

    @Test
    void anUnknownHandDoesNotMove() {
        assertEquals(0, trail.velocityX(0));
        trail.add(10, 10, 0);
        assertEquals(0, trail.velocityX(0));
        trail.add(20, 10, MILLI);
        trail.clear();
        assertEquals(0, trail.velocityX(MILLI));
    }
}
