package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.EntitySystem;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.utils.Array;
import dev.perch.anim.Drag;
import dev.perch.gesture.Act;
import dev.perch.gesture.DropEvent;
import dev.perch.gesture.Gesture;
import dev.perch.gesture.GestureRecognizer;
import dev.perch.gesture.Hit;
import dev.perch.gesture.KeyEvent;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Interactions;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.Sprite;
import dev.perch.model.Trigger;
import java.util.Set;

/** Turns pointer events on the pets' ink into gestures, and those into what a pet acts out. */
public final class GestureSystem extends EntitySystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    private static final long LANDING_NANOS = 1_500_000_000L;

    private final Step step;
    private final Stage stage;
    private int listening = Hit.NOBODY.pet();
    private final GestureRecognizer recognizer = new GestureRecognizer(this::tell);
    private ImmutableArray<Entity> pets = new ImmutableArray<>(new Array<>());

    /** @param stage the window, whose one recogniser this has */
    public GestureSystem(Step step, Stage stage) {
        this.step = step;
        this.stage = stage;
    }

    @Override
    public void addedToEngine(Engine engine) {
        pets = engine.getEntitiesFor(
                Family.all(Look.class, Pose.class, Position.class).get());
    }

    @Override
    public void update(float deltaTime) {
        recognizer.setScale(stage.contentScale);
        for (int i = 0; i < pets.size(); i++) {
            endGesture(LOOK.get(pets.get(i)).pet, POSE.get(pets.get(i)));
        }
        int key = 0;
        for (int i = 0; i < step.pointer.size(); i++) {
            PointerEvent event = step.pointer.get(i);
            key = press(key, event.nanos());
            recognizer.accept(event, hit(event.x(), event.y()));
        }
        press(key, Long.MAX_VALUE);
        listen(recognizer.held());
        recognizer.tick(step.now);
        step.wakeAt(recognizer.nextNanos());
        for (int i = 0; i < step.drops.size(); i++) {
            given(step.drops.get(i));
        }
    }

    /** Presses the keys from that one on, up to a time. @return the first that comes later */
    private int press(int first, long untilNanos) {
        int next = first;
        while (next < step.keys.size() && step.keys.get(next).nanos() <= untilNanos) {
            recognizer.keyPressed();
            pressed(step.keys.get(next));
            next++;
        }
        return next;
    }

    /** A pet that the user holds down hears the keys that it binds. */
    private void listen(int pet) {
        if (pet != listening) {
            listening = pet;
            stage.keysHeard = pet < 0
                    ? Set.of()
                    : LOOK.get(pets.get(pet)).pet.interactions().keys();
        }
    }

    private void given(DropEvent drop) {
        Hit hit = hit(drop.x(), drop.y());
        boolean something = !drop.files().isEmpty() || !drop.text().isBlank();
        if (hit.solid() && something) {
            Gesture given = new Gesture.Given(drop.files(), drop.text());
            tell(new Act(given, hit.pet(), drop.nanos(), drop.nanos(), drop.x(), drop.y(), Set.of()));
        }
    }

    private void pressed(KeyEvent key) {
        if (pets.size() > 0) {
            Gesture pressed = new Gesture.Key(key.stroke());
            tell(new Act(
                    pressed, 0, key.nanos(), key.nanos(), 0, 0, key.stroke().modifiers()));
        }
    }

    private void tell(Act act) {
        step.acts.add(act);
        step.gestures.add(act.gesture());
        actOut(pets.get(act.pet()), act.gesture());
    }

    private void endGesture(PetPackage pet, Pose pose) {
        if (step.greeting) {
            Performance.greet(pet, pose, false, step);
        }
        long end = pose.gestureUntil;
        if (end == 0 || pose.situation.gesture() == null) {
            return;
        }
        if (step.now >= end) {
            pose.situation = pose.situation.withGesture(null, step.now);
            pose.gestureUntil = 0;
        } else {
            step.wakeAt(end);
        }
    }

    private void actOut(Entity pet, Gesture gesture) {
        Pose pose = POSE.get(pet);
        boolean ownHover = LOOK.get(pet).pet.interactions().reactions().containsKey(Trigger.HOVER);
        if (gesture instanceof Gesture.HoverStarted && !ownHover) {
            pose.situation = pose.situation.withGesture(PetAnimationState.JUMPING, step.now);
            pose.gestureUntil = 0;
        } else if (gesture instanceof Gesture.HoverEnded && pose.gestureUntil == 0) {
            pose.situation = pose.situation.withGesture(null, step.now);
        } else if (gesture instanceof Gesture.Dropped) {
            pose.situation = pose.situation.withDrag(Drag.NONE, step.now);
            landed(LOOK.get(pet).pet, pose);
        } else if (gesture instanceof Gesture.Dragged dragged && dragged.turn() != 0) {
            turn(pose, dragged.turn() < 0 ? Drag.LEFT : Drag.RIGHT);
        } else if (gesture instanceof Gesture.Dragged dragged && dragged.dy() != 0) {
            boolean up = dragged.dy() < 0;
            if (LOOK.get(pet).pet.acting().events().containsKey(up ? "drag-up" : "drag-down")) {
                turn(pose, up ? Drag.UP : Drag.DOWN);
            }
        }
    }

    /** What a package says that follows a drag, once and not for long: formats with gravity hold it until the floor. */
    private void landed(PetPackage pet, Pose pose) {
        PetAnimationState state = pet.acting().events().get("drop");
        if (state != null) {
            Performance.play(pet, pose, state, step);
            pose.gestureUntil = Math.min(pose.gestureUntil, step.now + LANDING_NANOS);
        }
    }

    private void turn(Pose pose, Drag way) {
        if (pose.situation.drag() != way) {
            pose.situation = pose.situation.withDrag(way, step.now);
        }
    }

    /** The pet that is drawn last there. */
    private Hit hit(int x, int y) {
        for (int i = pets.size() - 1; i >= 0; i--) {
            Entity pet = pets.get(i);
            if (hits(POSE.get(pet).sprite, POSITION.get(pet), x, y)) {
                Interactions declared = LOOK.get(pet).pet.interactions();
                boolean waits = declared.binds(Trigger.DOUBLE_CLICK)
                        || declared.reactions().containsKey(Trigger.DOUBLE_CLICK);
                return new Hit(i, waits);
            }
        }
        return Hit.NOBODY;
    }

    private static boolean hits(Sprite sprite, Position position, int windowX, int windowY) {
        int x = (int) Math.floor((windowX + 0.5f - position.x) / position.scale) - sprite.offsetX();
        int y = (int) Math.floor((windowY + 0.5f - position.y) / position.scale) - sprite.offsetY();
        return sprite.mask().solid(x, y);
    }
}
