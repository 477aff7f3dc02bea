package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real loop of the real program, by its counters. */
final class EventLoopTest {
    private static final int OTHER_COLOUR = 0x30a0f0;

    private static XDesktop desktop;

    private TestCompanion companion;

    @BeforeAll
    static void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    @BeforeEach
    void start() {
        companion = TestCompanion.open(desktop);
        companion.awaitPicture(TestPet.FIRST_COLOUR, 2, true);
        awaitQuiet();
    }

    @AfterEach
    void stop() {
        companion.close();
    }

    @Test
    void nothingHappensWhileNothingChanges() throws InterruptedException {
        long[] before = companion.counters();
        Thread.sleep(3000); // The time in which nothing may happen is what is tested.
        assertArrayEquals(before, companion.counters());
    }

    @Test
    void aWakeWithNothingNewStepsOnceAndDrawsNothing() {
        long[] before = companion.counters();
        companion.child().tell("wake");
        Eventually.await(() -> companion.steps() > before[1], () -> "no step");
        long[] expected = {before[0] + 1, before[1] + 1, before[2], before[3]};
        assertArrayEquals(expected, companion.counters());
    }

    @Test
    void aChangeFromAnotherThreadIsDrawnOnceAndThenAllIsQuiet() {
        long[] before = companion.counters();
        companion.child().tell("colour " + Integer.toHexString(OTHER_COLOUR));
        companion.awaitPicture(OTHER_COLOUR, 2, true);
        assertEquals(before[2] + 1, companion.draws());
        awaitQuiet();
        assertEquals(before[2] + 1, companion.draws());
    }

    @Test
    void eachTimedChangeIsDrawnOnce() {
        long[] before = companion.counters();
        companion.child().tell("blink 20 25");
        Eventually.await(() -> companion.draws() == before[2] + 20, () -> "drawn " + (companion.draws() - before[2]));
        awaitQuiet();
        assertEquals(before[2] + 20, companion.draws());
        assertTrue(companion.steps() - before[1] <= 50, "steps: " + Arrays.toString(companion.counters()));
    }

    @Test
    void aFloodOfChangesIsDrawnNoOftenerThanTheMonitorShows() {
        long[] before = companion.counters();
        long begin = System.nanoTime();
        companion.child().ask("flood 2000", "flood");
        double seconds = (System.nanoTime() - begin) / 1e9;
        long draws = companion.draws() - before[2];
        assertTrue(draws > 1, "drawn: " + draws);
        assertTrue(draws <= seconds * DrawPacer.USUAL_HERTZ + 2, draws + " draws in " + seconds + " s");
        companion.awaitPicture(OTHER_COLOUR, 2, true);
    }

    @Test
    void noWakeOfTenThousandIsLostAndTheyAllocateNothing() {
        companion.child().ask("storm 5000", "storm");
        String answer = companion.child().ask("storm 10000", "storm");
        long bytes = Long.parseLong(answer.substring("storm ".length()));
        assertTrue(bytes < 10_000, bytes + " bytes in 10000 turns");
    }

    /** Waits until the loop has come to rest: the compositor's answers to the first pictures wake it, too. */
    private void awaitQuiet() {
        long[] last = {-1};
        int[] same = {0};
        Eventually.await(
                () -> {
                    long steps = companion.steps();
                    same[0] = steps == last[0] ? same[0] + 1 : 0;
                    last[0] = steps;
                    return same[0] == 10;
                },
                () -> "the loop does not come to rest");
    }
}
