package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.ecs.Stage;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.source.SnapshotTimeline;
import dev.perch.testkit.FrameTrace;
import dev.perch.testkit.TestPets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole runtime, from a snapshot to the frame on show, over a minute that takes no time. */
final class HeadlessTraceTest {
    private static final int MINUTE = 60_000;
    private static final int TOLD_AT = 1_234;

    static List<PetAnimationState> states() {
        return PetAnimationState.ROWS;
    }

    @ParameterizedTest
    @MethodSource("states")
    void aMinuteAfterASnapshotEqualsTheTableToTheMillisecond(PetAnimationState state) {
        List<String> expected = expectedTrace(state);
        try (HeadlessPet pet = pet(told(TOLD_AT, state))) {
            assertEquals(expected, FrameTrace.of(pet, TOLD_AT + MINUTE));
        }
    }

    @Test
    void anAbsurdStepArrivesAtTheSameFrameAsAMillionSmallOnes() {
        SnapshotTimeline timeline = told(TOLD_AT, PetAnimationState.FAILED);
        try (HeadlessPet small = pet(timeline);
                HeadlessPet absurd = pet(timeline)) {
            for (long at = 0; at <= 40_000; at += 17) {
                small.advanceTo(at);
            }
            small.advanceTo(40_000);
            absurd.runtime().step(40_000_000_000L);
            assertEquals(frame(small), frame(absurd));
        }
    }

    @Test
    void newsOfAStateThatHasSettledMakesThePetReactAgain() {
        SnapshotTimeline timeline = new SnapshotTimeline(List.of(
                entry(0, PetAnimationState.RUNNING, "first"),
                entry(500, PetAnimationState.RUNNING, "while it reacts"),
                entry(10_000, PetAnimationState.RUNNING, "after it settled")));
        try (HeadlessPet pet = pet(timeline)) {
            pet.advanceTo(590);
            assertEquals("running[4]", frame(pet), "the reaction goes on undisturbed");
            pet.advanceTo(9_999);
            assertEquals("idle", frame(pet).substring(0, 4));
            pet.advanceTo(10_000);
            assertEquals("running[0]", frame(pet));
        }
    }

    private static HeadlessPet pet(SnapshotTimeline timeline) {
        LoadedPet loaded = new LoadedPet(TestPets.v1(), List.of());
        return new HeadlessPet(RuntimeConfig.DEFAULT, Stage.of(112, 1), loaded, UiFonts.bundled(), timeline);
    }

    private static String frame(HeadlessPet pet) {
        return pet.runtime().framesOnShow().get(0).toString();
    }

    private static SnapshotTimeline told(long at, PetAnimationState state) {
        return new SnapshotTimeline(List.of(entry(at, state, "told")));
    }

    private static SnapshotTimeline.Entry entry(long at, PetAnimationState state, String title) {
        return new SnapshotTimeline.Entry(at, new SourceId("test"), SessionId.MAIN, RuntimeSnapshot.of(state, title));
    }

    /** Idle from 0 until it is told, then the state's three passes, then slow idle; from the contract's numbers alone. */
    private static List<String> expectedTrace(PetAnimationState state) {
        List<String> trace = new ArrayList<>();
        boolean toldNothing = state.equals(PetAnimationState.IDLE);
        play(trace, 0, toldNothing ? TOLD_AT + MINUTE : TOLD_AT, "idle", 6);
        int at = TOLD_AT;
        for (int pass = 0; pass < 3 && !toldNothing; pass++) {
            at = play(trace, at, Integer.MAX_VALUE, state.id(), 1);
        }
        while (at < TOLD_AT + MINUTE && !toldNothing) {
            at = play(trace, at, TOLD_AT + MINUTE, "idle", 6);
        }
        return trace;
    }

    private static int play(List<String> trace, int from, int until, String row, int slowdown) {
        int at = from;
        int[] times = TestPets.TIMES.get(row);
        boolean endless = slowdown > 1 && until != Integer.MAX_VALUE;
        do {
            for (int i = 0; i < times.length && at < until; i++) {
                trace.add(at + " " + row + "[" + i + "]");
                at += times[i] * slowdown;
            }
        } while (endless && at < until);
        return at;
    }
}
