package dev.perch.ecs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.gesture.Gesture;
import dev.perch.model.Room;
import dev.perch.place.Monitor;
import dev.perch.place.MonitorLayout;
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

    private void happens(Gesture gesture) {
        step.begin(0);
        step.gestures.add(gesture);
        motion.update(0);
    }
}
