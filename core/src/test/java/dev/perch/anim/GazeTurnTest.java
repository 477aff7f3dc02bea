package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GazeTurnTest {
    private static final long MILLI = 1_000_000;
    private static final double DEAD_ZONE = 24;

    private final GazeTurn turn = new GazeTurn();

    @Test
    void theEyesGoThroughTheSectorsBetweenTheShortWayRound() {
        turn.aim(1, 0);
        turn.aim(13, 1_000 * MILLI);
        assertEquals(List.of("1000 0", "1040 15", "1080 14", "1120 13"), changes(1_000, 2_000));
        assertEquals(Long.MAX_VALUE, turn.changeAfter(1_120 * MILLI));
    }

    @Test
    void straightAheadIsOneStep() {
        assertEquals(Gaze.NONE, turn.sector(0));
        turn.aim(7, 0);
        assertEquals(7, turn.sector(0));
        turn.aim(Gaze.NONE, 10 * MILLI);
        assertEquals(Gaze.NONE, turn.sector(10 * MILLI));
        assertEquals(Long.MAX_VALUE, turn.changeAfter(10 * MILLI));
    }

    @Test
    void aNewAimOnTheWayIsFollowedFromWhereTheEyesAreAndInTheSameRhythm() {
        turn.aim(0, 0);
        turn.aim(6, 1_000 * MILLI);
        turn.aim(0, 1_090 * MILLI);
        assertEquals(3, turn.sector(1_090 * MILLI));
        assertEquals(List.of("1090 3", "1120 2", "1160 1", "1200 0"), changes(1_090, 2_000));
    }

    @Test
    void noSectorIsEverJumpedOver() {
        Random random = new Random(4);
        turn.aim(0, 0);
        int last = 0;
        for (long now = 1; now < 60_000; now++) {
            if (random.nextInt(60) == 0) {
                turn.aim(random.nextInt(Gaze.SECTORS), now * MILLI);
            }
            int next = turn.sector(now * MILLI);
            int step = Math.floorMod(next - last, Gaze.SECTORS);
            assertTrue(step <= 1 || step == Gaze.SECTORS - 1, last + " to " + next + " at " + now);
            last = next;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 14, 0",
        "0, 14.3, 1",
        "1, 8.3, 1",
        "1, 8.2, 0",
        "0, -14, 0",
        "0, 346, 0",
        "15, -8.3, 15",
        "15, -8.2, 0",
        "-1, 11, 0",
        "-1, 12, 1",
        "8, 0, 0"
    })
    void nearABorderItStaysWhereItLooks(int shown, double degrees, int sector) {
        double dx = 100 * Math.sin(Math.toRadians(degrees));
        double dy = -100 * Math.cos(Math.toRadians(degrees));
        assertEquals(sector, Gaze.sector(shown, dx, dy, DEAD_ZONE));
    }

    @ParameterizedTest
    @CsvSource({"-1, 26, -1", "-1, 28, 4", "4, 26, 4", "4, 22, 4", "4, 20, -1"})
    void nearTheDeadZonesBorderItStaysAsItIs(int shown, double dx, int sector) {
        assertEquals(sector, Gaze.sector(shown, dx, 0, DEAD_ZONE));
    }

    private List<String> changes(long from, long to) {
        List<String> changes = new ArrayList<>();
        int last = -2;
        for (long at = from; at <= to; at++) {
            if (turn.sector(at * MILLI) != last) {
                last = turn.sector(at * MILLI);
                changes.add(at + " " + last);
            }
        }
        return changes;
    }
}
