package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.EntitySystem;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.utils.Array;
import dev.perch.gesture.Gesture;
import dev.perch.gesture.PointerEvent;
import dev.perch.model.Room;
import dev.perch.place.Spot;
import java.util.Objects;

/**
 * Moves the window: with the pointer that drags the pet; with its momentum when it is thrown, until it is whole on one
 * monitor; and to the edge of the room and back when it is tucked away and woken.
 */
public final class MotionSystem extends EntitySystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);

    /** A hand that is slower than this, in logical pixels a second, puts the pet down. */
    private static final double THROW_SPEED = 400;

    private final Step step;
    private final Stage stage;
    private ImmutableArray<Entity> pets = new ImmutableArray<>(new Array<>());
    private int grabX;
    private int grabY;
    private Room travelsIn = Stage.ANYWHERE;
    private boolean away;

    /** @param stage the window that moves */
    public MotionSystem(Step step, Stage stage) {
        this.step = step;
        this.stage = stage;
    }

    @Override
    public void addedToEngine(Engine engine) {
        pets = engine.getEntitiesFor(Family.all(Look.class, Pose.class).get());
    }

    @Override
    public void update(float deltaTime) {
        for (int i = 0; i < step.pointer.size(); i++) {
            follow(step.pointer.get(i));
        }
        for (int i = 0; i < step.gestures.size(); i++) {
            if (step.gestures.get(i) instanceof Gesture.Dragged dragged) {
                drag(dragged);
            } else if (step.gestures.get(i) instanceof Gesture.Dropped) {
                drop();
            }
        }
        if (stage.tucked != away) {
            away = stage.tucked;
            turn();
        }
        goWhereWished();
        travel();
        veil();
    }

    private void follow(PointerEvent event) {
        if (event.kind() == PointerEvent.Kind.DOWN) {
            stage.hand.clear();
            stage.grabX = event.x();
            stage.grabY = event.y();
            stage.travel.stop();
        }
        stage.hand.add(event.screenX(), event.screenY(), event.nanos());
        stage.handNanos = event.nanos();
    }

    private void drag(Gesture.Dragged dragged) {
        if (!stage.held) {
            stage.held = true;
            grabX = stage.x;
            grabY = stage.y;
            stage.tucked = false;
            away = false;
            stage.tuck.turn(step.now, false);
        }
        stage.dragTo(grabX + dragged.dx(), grabY + dragged.dy());
    }

    private void drop() {
        stage.held = false;
        double speedX = stage.hand.velocityX(stage.handNanos);
        double speedY = stage.hand.velocityY(stage.handNanos);
        if (reduced() || Math.hypot(speedX, speedY) < THROW_SPEED * stage.contentScale) {
            stage.settle();
            stage.placed = true;
        } else {
            travelsIn = stage.room;
            stage.travel.hurl(step.now, stage.x, stage.y, speedX, speedY, stage.places());
        }
    }

    /** The layout's wish gives way to the hand, to momentum, and to a pet that is out of sight. */
    private void goWhereWished() {
        Spot spot = stage.wished;
        stage.wished = null;
        if (spot == null || stage.held || stage.tucked || stage.travel.moves()) {
            return;
        }
        if (reduced()) {
            stage.moveTo(spot);
        } else {
            travelsIn = stage.room;
            stage.travel.send(step.now, stage.x, stage.y, spot.x(), spot.y());
            stage.homeX = spot.x();
            stage.homeY = spot.y();
        }
    }

    private void travel() {
        if (!stage.travel.moves()) {
            return;
        }
        boolean thrown = !stage.travel.slides();
        if (!Objects.equals(stage.room, travelsIn)) {
            stage.travel.stop();
            rest(thrown);
            return;
        }
        stage.x = stage.travel.x(step.now);
        stage.y = stage.travel.y(step.now);
        stage.travel.arrive(step.now);
        if (stage.travel.moves()) {
            step.wakeAt(step.now + TweenSystem.FRAME_NANOS);
        } else {
            rest(thrown);
        }
    }

    /** A thrown pet is where the user wants it, one that went by itself is not. */
    private void rest(boolean thrown) {
        stage.settle();
        stage.placed |= thrown;
    }

    /** Sets out for the nearest edge, or back home. */
    private void turn() {
        if (!away) {
            greet();
        }
        if (reduced()) {
            stage.tuck.still(away);
            step.pictureChanged = true;
            return;
        }
        stage.tuck.turn(step.now, away);
        travelsIn = stage.room;
        if (away && !stage.travel.slides()) {
            stage.homeX = stage.x;
            stage.homeY = stage.y;
        }
        if (away) {
            Spot edge = stage.nearestEdge();
            stage.travel.send(step.now, stage.x, stage.y, edge.x(), edge.y());
        } else {
            stage.travel.send(step.now, stage.x, stage.y, stage.homeX, stage.homeY);
        }
    }

    private void greet() {
        for (int i = 0; i < pets.size(); i++) {
            Performance.greet(LOOK.get(pets.get(i)).pet, POSE.get(pets.get(i)), reduced(), step);
        }
    }

    /** A pet that goes out of sight, or comes back, is another picture with every step until it is there. */
    private void veil() {
        double shown = stage.tuck.shown(step.now);
        step.pictureChanged |= shown != stage.shown;
        stage.shown = shown;
        if (!stage.tuck.atRest(step.now)) {
            step.wakeAt(step.now + TweenSystem.FRAME_NANOS);
        }
    }

    private boolean reduced() {
        for (int i = 0; i < pets.size(); i++) {
            if (POSE.get(pets.get(i)).situation.reducedMotion()) {
                return true;
            }
        }
        return false;
    }
}
