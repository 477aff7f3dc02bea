package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PulseTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aLateLookSeesWhatManyEarlyOnesSaw() {
        Pulse often = pulse();
        Pulse once = pulse();
        often.push(10 * MILLI, -0.05, 60 * MILLI);
        once.push(10 * MILLI, -0.05, 60 * MILLI);
        for (long at = 10 * MILLI; at < 130 * MILLI; at += MILLI / 7) {
            often.value(at);
        }
        assertEquals(once.value(130 * MILLI), often.value(130 * MILLI));
        assertEquals(once.velocity(130 * MILLI), often.velocity(130 * MILLI));
    }

    @Test
    void itDipsAndComesBackToExactlyZero() {
        Pulse pulse = pulse();
        assertTrue(pulse.atRest(0));
        pulse.push(0, -0.05, 60 * MILLI);
        assertEquals(-0.045, pulse.value(60 * MILLI), 0.01);
        assertTrue(pulse.atRest(400 * MILLI));
        assertEquals(0, pulse.value(400 * MILLI));
    }

    @Test
    void pushesAtAnyMomentAreNoJump() {
        Random random = new Random(5);
        Pulse pulse = pulse();
        long now = 0;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextInt(150) * MILLI;
            double value = pulse.value(now);
            double velocity = pulse.velocity(now);
            pulse.push(now, random.nextDouble() * 0.1 - 0.05, (10 + random.nextInt(100)) * MILLI);
            assertEquals(value, pulse.value(now), 0.0005);
            assertEquals(velocity, pulse.velocity(now), 0.02);
        }
    }

    private static Pulse pulse() {
        return new Pulse(new Spring(42, 0.62, 0.0005));
    }
}
