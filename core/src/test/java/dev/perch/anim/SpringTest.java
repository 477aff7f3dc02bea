package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpringTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double PRECISION = 0.0005;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.62, 1})
    void theClosedFormIsWhatTheLawOfSpringsGives(double damping) {
        Spring spring = new Spring(20, damping, 1e-9);
        spring.start(0, 3, -40, 1);
        double x = 3;
        double v = -40;
        double dt = 1e-6;
        for (int i = 0; i < 200_000; i++) {
            if (i % 20_000 == 0) {
                assertEquals(x, spring.value(i * 1_000L), 1e-3, "at " + i + " µs");
                assertEquals(v, spring.velocity(i * 1_000L), 2e-2, "at " + i + " µs");
            }
            v += (-2 * damping * 20 * v - 400 * (x - 1)) * dt;
            x += v * dt;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.62, 1})
    void interruptedAtAnyMomentItGoesOnFromWhereItIsAsFastAsItIs(double damping) {
        Random random = new Random(7);
        Spring spring = new Spring(42, damping, PRECISION);
        long now = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(200_000_000);
            double value = spring.value(now);
            double velocity = spring.velocity(now);
            spring.retarget(now, random.nextInt(5) - 2);
            assertEquals(value, spring.value(now), 1e-9);
            assertEquals(velocity, spring.velocity(now), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.62, 1})
    void itIsExactlyAtRestWithinItsTimeAndComesThereWithoutAJump(double damping) {
        Random random = new Random(8);
        Spring spring = new Spring(30, damping, PRECISION);
        for (int i = 0; i < 1_000; i++) {
            double target = random.nextDouble() * 4 - 2;
            spring.start(0, random.nextDouble() * 4 - 2, random.nextDouble() * 200 - 100, target);
            assertTrue(spring.atRest(3 * SECOND));
            assertEquals(target, spring.value(3 * SECOND));
            assertEquals(0, spring.velocity(3 * SECOND));
            assertEquals(target, spring.value(lastMoment(spring)), PRECISION * 1.001);
        }
    }

    private static long lastMoment(Spring spring) {
        long low = 0;
        long high = 3 * SECOND;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (spring.atRest(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
