package dev.perch.anim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.PetAnimationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GazePolicyTest {
    private static final long MILLI = 1_000_000;
    private static final PetSituation IDLE = PetSituation.of(PetAnimationState.IDLE, 0);

    private final GazePolicy policy = GazePolicy.DEFAULT;

    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "499, 100",
        "500, 100",
        "1000, 200",
        "2500, 500",
        "4999, 999",
        "5000, 1000",
        "60000, 1000",
        "9000000000, 1000"
    })
    void theLongerThePointerRestsTheRarerAreTheLooks(long restedMillis, long pauseMillis) {
        assertEquals(pauseMillis * MILLI, policy.pauseNanos(restedMillis * MILLI));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0, true",
        "480, 0, 0, true",
        "-288, 384, 1399, true",
        "481, 0, 0, false",
        "-340, -340, 0, false",
        "100, 0, 1399, true",
        "100, 0, 1400, false",
        "0, 0, 60000, false"
    })
    void aPointerIsLookedAtNearByAndSoonAfterItMoved(double dx, double dy, long restedMillis, boolean looks) {
        assertEquals(looks, policy.looksAt(dx, dy, restedMillis * MILLI));
    }

    @Test
    void onlyAnIdlePetThatIsLeftAloneLooksAround() {
        assertTrue(policy.applies(PetAnimationState.IDLE, IDLE));
        for (PetAnimationState state : PetAnimationState.ROWS) {
            assertEquals(state.equals(PetAnimationState.IDLE), policy.applies(state, IDLE), state.id());
        }
        assertFalse(policy.applies(PetAnimationState.IDLE, IDLE.withDrag(Drag.LEFT, 1)));
        assertFalse(policy.applies(PetAnimationState.IDLE, IDLE.withGesture(PetAnimationState.JUMPING, 1)));
        assertFalse(policy.applies(PetAnimationState.IDLE, IDLE.withReducedMotion(true)));
    }

    @Test
    void absurdNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new GazePolicy(0, 1400, 100, 1000));
        assertThrows(IllegalArgumentException.class, () -> new GazePolicy(480, 0, 100, 1000));
        assertThrows(IllegalArgumentException.class, () -> new GazePolicy(480, 1400, 0, 1000));
        assertThrows(IllegalArgumentException.class, () -> new GazePolicy(480, 1400, 100, 99));
    }
}
