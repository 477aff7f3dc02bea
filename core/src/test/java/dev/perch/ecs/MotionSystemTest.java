package dev.perch.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.gesture.Gesture;
import dev.perch.model.Room;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
import dev.perch.place.Spot;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MotionSystemTest {
    private static final Room LEFT = new Room(0, 0, 1000, 800);
    private static final Room RIGHT = new Room(1000, 0, 1000, 800);

    private final Step step = new Step();
    private final Stage stage = Stage.of(112, 1);
    private final MotionSystem motion = new MotionSystem(step, stage);

    @BeforeEach
    void onTwoMonitors() {
        stage.monitors =
                new MonitorLayout(List.of(new Monitor("left", LEFT, LEFT, 1), new Monitor("right", RIGHT, RIGHT, 1)));
        stage.ink = new Room(100, 200, 100, 100);
        stage.x = 600;
        stage.y = 300;
        stage.locate();
    }

    @Test
    void theRoomIsTheWorkAreaThatThePetIsOn() {
        assertEquals(LEFT, stage.room);
        happens(new Gesture.Dragged(500, 0, 1));
        assertEquals(RIGHT, stage.room);
    }

    @Test
    void aDragCrossesTheBorderAndADropSettlesWhole() {
        happens(new Gesture.Dragged(270, 0, 1));
        assertEquals(870, stage.x, "30 pixels on the left monitor, 70 on the right one");
        happens(new Gesture.Dropped());
        assertEquals(900, stage.x);
        assertEquals(RIGHT, stage.room);
    }

    @Test
    void aDragGoesOnFromWhereThePetWasGrabbedHoweverFarThePointerWasOutside() {
        happens(new Gesture.Dragged(0, 900, 0));
        assertEquals(500, stage.y);
        happens(new Gesture.Dragged(0, 50, 0));
        assertEquals(350, stage.y);
    }

    @Test
    void aPetThatIsTuckedOnItsWayToWhereItsLayoutWantsItComesBackThere() {
        stage.homeX = 600;
        stage.homeY = 300;
        stage.wished = new Spot(100, 120);
        at(0);
        at(50_000_000);
        assertTrue(stage.x < 600 && stage.x > 100, "on its way: " + stage.x);
        stage.tucked = true;
        at(60_000_000);
        at(5_000_000_000L);
        stage.tucked = false;
        at(5_010_000_000L);
        at(10_000_000_000L);
        assertEquals(new Spot(100, 120), new Spot(stage.x, stage.y));
    }

    @Test
    void aPetInTheHandStaysThereWhateverItsLayoutWants() {
        happens(new Gesture.Dragged(20, 0, 1));
        stage.wished = new Spot(100, 120);
        happens(new Gesture.Dragged(30, 0, 1));
        at(5_000_000_000L);
        assertEquals(630, stage.x);
    }

    private void at(long nanos) {
        step.begin(nanos);
        motion.update(0);
    }

    private void happens(Gesture gesture) {
        step.begin(0);
        step.gestures.add(gesture);
        motion.update(0);
    }
}
