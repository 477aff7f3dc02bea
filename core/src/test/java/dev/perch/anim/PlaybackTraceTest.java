package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PetAnimationState;
import dev.perch.model.PlaybackPolicy;
import dev.perch.testkit.TestPets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A minute of each state, held against the contract's table, whatever the size of the steps. */
final class PlaybackTraceTest {
    private static final long MILLI = 1_000_000;
    private static final int MINUTE = 60_000;
    private static final long START = 7 * MILLI;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 250, 30_000})
    void aMinuteOfEachStateEqualsTheTable(int stepMillis) {
        for (PetAnimationState state : PetAnimationState.ROWS) {
            Track track = choose(state, PlaybackPolicy.DEFAULT);
            List<String> expected = expectedMinute(state.id());
            for (int at = 0; at < MINUTE; at += stepMillis) {
                String shown = track.frameAt(START + at * MILLI).toString();
                assertEquals(expected.get(at), shown, state + " after " + at + " ms");
            }
        }
    }

    @Test
    void theNextChangeIsWhereTheTableChanges() {
        for (PetAnimationState state : PetAnimationState.ROWS) {
            Track track = choose(state, PlaybackPolicy.DEFAULT);
            List<String> expected = expectedMinute(state.id());
            List<Integer> changes = new ArrayList<>();
            long at = START;
            while (at < START + MINUTE * MILLI) {
                at = track.changeAfter(at);
                changes.add((int) ((at - START) / MILLI));
            }
            List<Integer> tableChanges = new ArrayList<>();
            for (int i = 1; i < MINUTE; i++) {
                if (!expected.get(i).equals(expected.get(i - 1))) {
                    tableChanges.add(i);
                }
            }
            assertEquals(tableChanges, changes.subList(0, tableChanges.size()), state.id());
        }
    }

    @ParameterizedTest
    @CsvSource({"running,2460", "waving,2100", "jumping,2520", "failed,3660", "waiting,3030", "review,3090"})
    void aStateSettlesAfterThreePasses(String state, long settles) {
        Track track = choose(new PetAnimationState(state), PlaybackPolicy.DEFAULT);
        assertFalse(track.settled(START + (settles - 1) * MILLI));
        assertTrue(track.settled(START + settles * MILLI));
        assertEquals("idle[0]", track.frameAt(START + settles * MILLI).toString());
    }

    @Test
    void whileActiveTheRowLoops() {
        Track track = choose(PetAnimationState.RUNNING, new PlaybackPolicy(PlaybackPolicy.Settle.WHILE_ACTIVE, 3, 6));
        assertEquals("running[0]", track.frameAt(START + 100 * 820 * MILLI).toString());
        assertEquals(
                "running[5]", track.frameAt(START + (100 * 820 - 1) * MILLI).toString());
    }

    @Test
    void aHeldPoseSchedulesNothing() {
        Track still = new AnimationDirector(TestPets.v1(), PlaybackPolicy.DEFAULT)
                .choose(PetSituation.of(PetAnimationState.FAILED, START).withReducedMotion(true));
        assertEquals(Long.MAX_VALUE, still.changeAfter(START));
        assertEquals(Long.MAX_VALUE, still.changeAfter(START + MINUTE * MILLI));
    }

    private static Track choose(PetAnimationState state, PlaybackPolicy policy) {
        return new AnimationDirector(TestPets.v1(), policy).choose(PetSituation.of(state, START));
    }

    /** The frame on show in each millisecond of a minute, spelled out from the contract. */
    private static List<String> expectedMinute(String state) {
        List<String> shown = new ArrayList<>();
        for (int pass = 0; pass < 3 && !state.equals("idle"); pass++) {
            play(shown, state, 1);
        }
        while (shown.size() < MINUTE) {
            play(shown, "idle", 6);
        }
        return shown;
    }

    private static void play(List<String> shown, String row, int slowdown) {
        int[] times = TestPets.TIMES.get(row);
        for (int i = 0; i < times.length; i++) {
            String frame = row + "[" + i + "]";
            for (int ms = 0; ms < times[i] * slowdown; ms++) {
                shown.add(frame);
            }
        }
    }
}
