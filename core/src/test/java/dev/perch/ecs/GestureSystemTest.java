package dev.perch.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import dev.perch.anim.AnimationDirector;
import dev.perch.anim.PetSituation;
import dev.perch.gesture.PointerEvent;
import dev.perch.gesture.PointerEvent.Kind;
import dev.perch.model.Acting;
import dev.perch.model.Interactions;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.PlaybackPolicy;
import dev.perch.testkit.TestPets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a package itself says about being dragged. */
final class GestureSystemTest {
    private static final long MILLI = 1_000_000;
    private static final Map<String, PetAnimationState> EVENTS = Map.of(
            "drag-up", PetAnimationState.WAVING,
            "drag-down", PetAnimationState.JUMPING,
            "drag-left", PetAnimationState.REVIEW,
            "drop", PetAnimationState.FAILED);

    private final Step step = new Step();
    private final GestureSystem gestures = new GestureSystem(step, Stage.of(112, 1));
    private AnimationDirector director = new AnimationDirector(TestPets.v1(), PlaybackPolicy.DEFAULT);

    @Test
    void aPetIsDraggedAsItsPackageSays() {
        Pose pose = pet(EVENTS);
        pointer(Kind.DOWN, 0, 0, 1);
        pointer(Kind.MOVE, 0, -20, 2);
        assertEquals("waving", played(pose));
        pointer(Kind.MOVE, 0, 20, 3);
        assertEquals("jumping", played(pose));
        pointer(Kind.MOVE, -20, 20, 4);
        assertEquals("review", played(pose));
        pointer(Kind.MOVE, 20, 20, 5);
        assertEquals("running-right", played(pose));
    }

    @Test
    void aPetThatSaysNothingOfUpAndDownDoesNothingThen() {
        Pose pose = pet(Map.of());
        pointer(Kind.DOWN, 0, 0, 1);
        pointer(Kind.MOVE, 0, -20, 2);
        assertEquals("idle", played(pose));
        pointer(Kind.UP, 0, -20, 3);
        assertNull(pose.situation.gesture());
    }

    @Test
    void whatFollowsADragIsPlayedOnceAndNotForLong() {
        Pose pose = pet(EVENTS);
        pointer(Kind.DOWN, 0, 0, 1);
        pointer(Kind.MOVE, 0, -20, 2);
        pointer(Kind.UP, 0, -20, 3);
        assertEquals("failed", played(pose));
        at(3 + 1_100);
        assertEquals("failed", played(pose));
        at(3 + 1_500);
        assertEquals("idle", played(pose));
    }

    private Pose pet(Map<String, PetAnimationState> events) {
        PetPackage plain = TestPets.v1();
        PetPackage pet = new PetPackage(
                plain.id(),
                plain.displayName(),
                plain.description(),
                plain.contentHash(),
                plain.cellWidth(),
                plain.cellHeight(),
                plain.artPixel(),
                plain.clips(),
                new Acting(Map.of(), Map.of(), events),
                plain.pages(),
                plain.warnings(),
                Interactions.NONE);
        director = new AnimationDirector(pet, PlaybackPolicy.DEFAULT);
        Look look = new Look(pet, director, List.of());
        Pose pose = new Pose(look, PetSituation.of(PetAnimationState.IDLE, 0));
        Engine engine = new Engine();
        engine.addSystem(gestures);
        engine.addEntity(new Entity().add(look).add(pose).add(new Position()));
        return pose;
    }

    private String played(Pose pose) {
        return director.choose(pose.situation).frameAt(step.now).clip();
    }

    private void pointer(Kind kind, int x, int y, long millis) {
        step.begin(millis * MILLI);
        step.pointer.add(new PointerEvent(kind, x, y, x, y, 0, millis * MILLI));
        gestures.update(0);
    }

    private void at(long millis) {
        step.begin(millis * MILLI);
        gestures.update(0);
    }
}
