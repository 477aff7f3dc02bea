package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LivelinessTest {
    private static final long MILLI = 1_000_000;

    private final Liveliness body = new Liveliness();
    private final SpritePose pose = new SpritePose();

    @Test
    void noInterruptionIsAJumpAndWhenLeftAloneItComesExactlyToRest() {
        Random random = new Random(21);
        long now = 0;
        double[] last = {1, 1, 0, 0};
        for (int i = 0; i < 50_000; i++) {
            now += MILLI;
            if (random.nextInt(30) == 0) {
                disturb(random, now);
            }
            body.pose(now, pose);
            double[] next = {pose.scaleX, pose.scaleY, pose.offsetY, pose.degrees};
            double[] most = {0.006, 0.006, 0.2, 0.4};
            for (int k = 0; k < next.length; k++) {
                assertEquals(last[k], next[k], most[k], "part " + k + " jumps at " + now / MILLI + " ms");
            }
            last = next;
        }
        body.land(now);
        body.pose(now + 1_500 * MILLI, pose);
        assertTrue(body.atRest(now + 1_500 * MILLI));
        assertTrue(pose.isRest());
    }

    private void disturb(Random random, long now) {
        switch (random.nextInt(4)) {
            case 0 -> body.dip(now);
            case 1 -> body.lift(now, random.nextDouble(), random.nextDouble());
            case 2 -> body.swing(now, random.nextGaussian() * 2_000);
            default -> body.land(now);
        }
    }

    @Test
    void itTiltsNoFurtherThanTwelveDegreesAndABitOfSwing() {
        body.lift(0, 0.5, 0.3);
        for (long now = 0; now < 1_000 * MILLI; now += MILLI) {
            body.swing(now, 100_000);
            body.pose(now, pose);
            assertTrue(pose.degrees < 14.1, pose.degrees + " degrees");
        }
        assertEquals(12, pose.degrees, 0.1);
    }

    @Test
    void heldStillInAHandNothingMovesAnyMore() {
        body.lift(0, 0.5, 0.3);
        body.swing(0, 800);
        assertFalse(body.atRest(100 * MILLI));
        assertTrue(body.atRest(1_500 * MILLI));
        body.pose(1_500 * MILLI, pose);
        assertEquals(-6, pose.offsetY);
        assertFalse(pose.isRest());
    }
}
