package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.anim.Drag;
import dev.perch.gesture.Gesture;
import dev.perch.gesture.GestureRecognizer;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Sprite;

/** Turns pointer events on a pet's ink into gestures, and those into what the pet acts out. */
public final class GestureSystem extends IteratingSystem {
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    /** Three passes of Codex's waving row, 700 ms each. */
    private static final long GREETING_NANOS = 2_100_000_000L;

    private final Step step;
    private final GestureRecognizer recognizer;

    /** @param recognizer the one of this window */
    public GestureSystem(Step step, GestureRecognizer recognizer) {
        super(Family.all(Pose.class, Position.class).get());
        this.step = step;
        this.recognizer = recognizer;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Pose pose = POSE.get(entity);
        greet(pose);
        for (int i = 0; i < step.pointer.size(); i++) {
            PointerEvent event = step.pointer.get(i);
            Gesture gesture = recognizer.accept(event, hits(pose.sprite, POSITION.get(entity), event));
            if (gesture != null) {
                step.gestures.add(gesture);
                actOut(pose, gesture);
            }
        }
    }

    private void greet(Pose pose) {
        if (step.greeting) {
            pose.situation = pose.situation.withGesture(PetAnimationState.WAVING, step.now);
        }
        if (PetAnimationState.WAVING.equals(pose.situation.gesture())) {
            long end = pose.situation.gestureSince() + GREETING_NANOS;
            if (step.now >= end) {
                pose.situation = pose.situation.withGesture(null, step.now);
            } else {
                step.wakeAt(end);
            }
        }
    }

    private void actOut(Pose pose, Gesture gesture) {
        if (gesture instanceof Gesture.HoverStarted) {
            pose.situation = pose.situation.withGesture(PetAnimationState.JUMPING, step.now);
        } else if (gesture instanceof Gesture.HoverEnded) {
            pose.situation = pose.situation.withGesture(null, step.now);
        } else if (gesture instanceof Gesture.Dropped) {
            pose.situation = pose.situation.withDrag(Drag.NONE, step.now);
        } else if (gesture instanceof Gesture.Dragged dragged && dragged.turn() != 0) {
            turn(pose, dragged.turn() < 0 ? Drag.LEFT : Drag.RIGHT);
        }
    }

    private void turn(Pose pose, Drag way) {
        if (pose.situation.drag() != way) {
            pose.situation = pose.situation.withDrag(way, step.now);
        }
    }

    private static boolean hits(Sprite sprite, Position position, PointerEvent event) {
        int x = (int) Math.floor((event.x() + 0.5f - position.x) / position.scale) - sprite.offsetX();
        int y = (int) Math.floor((event.y() + 0.5f - position.y) / position.scale) - sprite.offsetY();
        return sprite.mask().solid(x, y);
    }
}
