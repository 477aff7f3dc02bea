package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FadeStackTest {
    private static final long MILLI = 1_000_000;

    private final FadeStack<Integer> stack = new FadeStack<>(140 * MILLI);

    @Test
    void theNewComesOverTheOldAndOnlyThenTheOldGoes() {
        stack.show(1);
        assertTrue(stack.fadeTo(2, 0));
        assertAlphas(0, 1, 0);
        assertAlphas(35 * MILLI, 1, 0.5);
        assertAlphas(70 * MILLI, 1, 1);
        assertAlphas(105 * MILLI, 0.5, 1);
        assertFalse(stack.atRest(139 * MILLI));
        assertTrue(stack.atRest(140 * MILLI));
        assertEquals(2, stack.top());
    }

    @Test
    void whatAllCoverIsNeverSeeThroughAndNoPictureJumpsHoweverOftenItIsInterrupted() {
        Random random = new Random(3);
        stack.show(0);
        Map<Integer, Double> before = new HashMap<>();
        int refused = 0;
        for (long now = 0; now < 20_000 * MILLI; now += MILLI) {
            if (random.nextInt(40) == 0 && !stack.fadeTo((int) (now / MILLI), now)) {
                refused++;
            }
            stack.drop(now);
            Map<Integer, Double> shown = new HashMap<>();
            double clear = 1;
            for (int layer = 0; layer < stack.size(); layer++) {
                shown.put(stack.item(layer), stack.alpha(layer, now));
                clear *= 1 - stack.alpha(layer, now);
            }
            assertEquals(0, clear, 1e-12, "see-through at " + now);
            for (int item : before.keySet()) {
                assertEquals(before.get(item), shown.getOrDefault(item, 0.0), 0.025, item + " jumps at " + now);
            }
            before = shown;
        }
        assertTrue(refused > 0, "the stack was never full");
    }

    private void assertAlphas(long now, double lower, double upper) {
        assertEquals(lower, stack.alpha(0, now), 1e-9);
        assertEquals(upper, stack.alpha(1, now), 1e-9);
    }
}
