package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.api.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A window that does not do what it was woken for. */
final class WakeLatchTest {
    private long seconds;
    private int told;

    private final WakeLatch latch = new WakeLatch(
            new Clock() {
                @Override
                public long nanos() {
                    return TimeUnit.SECONDS.toNanos(seconds);
                }

                @Override
                public void awaitNanos(long deadline) {
                    throw new AssertionError("nobody waits");
                }
            },
            () -> told++);

    @Test
    void aStepThatDoesNotComeIsToldOnceByWhoeverWishesNext() {
        latch.setOpen(true);
        latch.wake();
        seconds = 5;
        latch.wake();
        assertEquals(0, told, "it has time until then");
        seconds = 6;
        latch.wake();
        latch.wake();
        assertEquals(1, told);
        latch.take();
        latch.wake();
        seconds = 60;
        latch.wake();
        assertEquals(2, told, "another time");
    }

    @Test
    void aWindowThatServesItsWishesIsNeverSaidToHang() {
        latch.setOpen(true);
        for (seconds = 0; seconds < 1_000; seconds += 100) {
            latch.wake();
            latch.take();
        }
        assertEquals(0, told);
    }

    @Test
    void aWindowThatIsNotThereYetHasTime() {
        latch.wake();
        seconds = 60;
        latch.wake();
        assertEquals(0, told);
    }
}
