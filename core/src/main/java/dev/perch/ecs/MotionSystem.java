package dev.perch.ecs;

import com.badlogic.ashley.core.EntitySystem;
import dev.perch.gesture.Gesture;

/** Moves the window with the pointer that drags the pet; dropped, the pet is whole on one monitor. */
public final class MotionSystem extends EntitySystem {
    private final Step step;
    private final Stage stage;
    private boolean held;
    private int grabX;
    private int grabY;

    /** @param stage the window that moves */
    public MotionSystem(Step step, Stage stage) {
        this.step = step;
        this.stage = stage;
    }

    @Override
    public void update(float deltaTime) {
        for (int i = 0; i < step.gestures.size(); i++) {
            if (step.gestures.get(i) instanceof Gesture.Dragged dragged) {
                drag(dragged);
            } else if (step.gestures.get(i) instanceof Gesture.Dropped) {
                held = false;
                stage.settle();
                stage.placed = true;
            }
        }
    }

    private void drag(Gesture.Dragged dragged) {
        if (!held) {
            held = true;
            grabX = stage.x;
            grabY = stage.y;
        }
        stage.dragTo(grabX + dragged.dx(), grabY + dragged.dy());
    }
}
