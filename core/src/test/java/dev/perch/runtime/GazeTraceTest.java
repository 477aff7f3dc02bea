package dev.perch.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.ecs.Step;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.MotionChoice;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import dev.perch.model.SourceRank;
import dev.perch.model.StampedSnapshot;
import dev.perch.render.RasterTextures;
import dev.perch.testkit.TestPets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole runtime with a pointer, as a window looks at it, in a time that takes no time. */
final class GazeTraceTest {
    private static final long MILLI = 1_000_000;
    private static final Stage STAGE = Stage.of(112, 1);

    /** The middle of the pet, in window pixels. */
    private static final int MIDDLE_X = STAGE.width / 2;

    private static final int MIDDLE_Y = STAGE.height - 61;

    private final List<Long> looks = new ArrayList<>();
    private final List<Consumer<Step>> arriving = new ArrayList<>();
    private PetRuntime runtime = open(TestPets.v2(), RuntimeConfig.DEFAULT);
    private int pointerX = MIDDLE_X + 200;
    private int pointerY = MIDDLE_Y;

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void thePetLooksWhereThePointerGoesAndNoLongerSoonAfterItStops() {
        run(0, 1000);
        assertEquals("idle", clip(), "a pointer that rests says nothing");
        pointerY = MIDDLE_Y - 200;
        run(1001, 2000);
        assertEquals("look[2]", frame());
        pointerX = MIDDLE_X - 200;
        pointerY = MIDDLE_Y;
        run(2001, 2500);
        assertEquals("look[12]", frame());
        run(2501, 3300);
        assertEquals("look[12]", frame());
        run(3301, 4200);
        assertEquals("idle", clip());
    }

    @Test
    void thePointerIsSeenTenTimesASecondWhileItMovesAndOnceASecondAtRest() {
        for (int at = 0; at < 10_000; at += 50) {
            pointerX++;
            run(at, at + 49);
        }
        assertTrue(looks.size() <= 101 && looks.size() >= 95, "looked " + looks.size() + " times in 10 s");
        run(10_000, 20_000);
        looks.clear();
        run(20_001, 80_000);
        assertEquals(60, looks.size(), 1);
    }

    @Test
    void aPointerFarAwayIsNotLookedAt() {
        run(0, 500);
        pointerX = MIDDLE_X + 481;
        run(501, 1000);
        assertEquals("idle", clip());
        pointerX = MIDDLE_X + 479;
        run(1001, 1500);
        assertEquals("look[4]", frame());
    }

    @Test
    void whileAnotherStateShowsNobodyLooks() {
        run(0, 500);
        pointerX -= 100;
        run(501, 999);
        arriving.add(step -> step.snapshots.add(running()));
        run(1000, 1000);
        looks.clear();
        run(1001, 60_000);
        assertEquals(List.of(), looks);
    }

    @Test
    void whileThePointerIsOnThePetNobodyLooks() {
        run(0, 999);
        looks.clear();
        arriving.add(step -> step.pointer.add(
                new PointerEvent(PointerEvent.Kind.MOVE, MIDDLE_X - 56, STAGE.height - 122, 0, 0, -1, 1_000 * MILLI)));
        run(1000, 1100);
        assertEquals("jumping", clip());
        run(1101, 20_000);
        assertEquals(List.of(), looks);
    }

    @Test
    void withReducedMotionNobodyLooksAndNothingIsDue() {
        restart(TestPets.v2(), RuntimeConfig.DEFAULT.withReducedMotion(MotionChoice.ON));
        run(0, 10_000);
        assertEquals(List.of(), looks);
        assertEquals(Long.MAX_VALUE, runtime.nextChange());
    }

    @Test
    void atAPetThatCannotLookNobodyLooks() {
        restart(TestPets.v1(), RuntimeConfig.DEFAULT);
        run(0, 10_000);
        assertEquals(List.of(), looks);
    }

    @Test
    void aWindowThatIsHiddenLooksNoMore() {
        run(0, 999);
        runtime.sight().setOpen(false);
        looks.clear();
        run(1000, 10_000);
        assertEquals(List.of(), looks);
    }

    /** As a window does: it steps when a step is due or something arrived, and looks first if it is asked to. */
    private void run(long fromMillis, long toMillis) {
        step(fromMillis);
        for (long due = dueMillis(); due <= toMillis; due = dueMillis()) {
            step(Math.max(due, fromMillis));
        }
    }

    private long dueMillis() {
        long due = runtime.nextChange();
        return due == Long.MAX_VALUE ? due : Math.max(0, (due + MILLI - 1) / MILLI);
    }

    private void step(long millis) {
        long now = millis * MILLI;
        if (runtime.sight().isDue(now)) {
            looks.add(millis);
            runtime.sight().pointerAt(pointerX, pointerY, 1000 + pointerX, 500 + pointerY, now);
        }
        runtime.step(now);
    }

    private void restart(PetPackage pet, RuntimeConfig config) {
        runtime.close();
        runtime = open(pet, config);
    }

    private PetRuntime open(PetPackage pet, RuntimeConfig config) {
        PetRuntime opened = new PetRuntime(config, STAGE, this::drain, new RasterTextures(), UiFonts.bundled(), 0);
        opened.show(new LoadedPet(pet, List.of()), 0);
        opened.sight().setOpen(config.gaze());
        return opened;
    }

    private void drain(Step step) {
        arriving.forEach(arrival -> arrival.accept(step));
        arriving.clear();
    }

    private String frame() {
        return runtime.framesOnShow().get(0).toString();
    }

    private String clip() {
        return runtime.framesOnShow().get(0).clip();
    }

    private static StampedSnapshot running() {
        RuntimeSnapshot told = RuntimeSnapshot.of(PetAnimationState.RUNNING, "busy");
        return new StampedSnapshot(
                new SourceId("test"), SourceRank.CONFIGURED, SessionId.MAIN, 1, 1_000 * MILLI, told.ttlNanos(), told);
    }
}
