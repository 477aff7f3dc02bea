package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.anim.Liveliness;
import dev.perch.anim.Track;
import dev.perch.gesture.Gesture;
import dev.perch.model.Clip;
import dev.perch.model.FrameRef;
import java.util.Objects;

/** Moves pets between their pictures: fades from action to action, and lets the body feel it. */
public final class TweenSystem extends IteratingSystem {
    /** Between two pictures of a tween: 60 a second. */
    public static final long FRAME_NANOS = 16_666_667;

    /** Whatever changed longer ago has come to rest. */
    private static final long LONGEST_NANOS = 1_000_000_000;

    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Tween> TWEEN = ComponentMapper.getFor(Tween.class);

    private final Step step;
    private final Stage stage;

    /** @param stage tells how the hand moves */
    public TweenSystem(Step step, Stage stage) {
        super(Family.all(Look.class, Pose.class, Position.class, Tween.class).get());
        this.step = step;
        this.stage = stage;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Pose pose = POSE.get(entity);
        Tween tween = TWEEN.get(entity);
        Track before = tween.track;
        if (before == null || pose.situation.reducedMotion()) {
            hold(tween, pose);
        } else {
            for (int i = 0; i < step.gestures.size(); i++) {
                feel(tween.body, step.gestures.get(i), LOOK.get(entity), POSITION.get(entity));
            }
            move(tween, before, pose);
        }
        tween.track = pose.track;
        tween.seen = step.now;
    }

    private void feel(Liveliness body, Gesture gesture, Look look, Position position) {
        if (gesture instanceof Gesture.Dragged) {
            double x = (stage.grabX - position.x) / (position.scale * look.pet.cellWidth());
            double y = (stage.grabY - position.y) / (position.scale * look.pet.cellHeight());
            body.lift(step.now, x, y);
            body.swing(step.now, stage.hand.velocityX(stage.handNanos) / stage.contentScale);
        } else if (gesture instanceof Gesture.Dropped) {
            body.land(step.now);
        }
    }

    private void hold(Tween tween, Pose pose) {
        step.pictureChanged |= tween.moving || !tween.pose.isRest();
        tween.moving = false;
        tween.body.still();
        tween.pose.rest();
        tween.frames.show(pose.frame);
    }

    private void move(Tween tween, Track before, Pose pose) {
        long from = Math.max(tween.seen, step.now - LONGEST_NANOS);
        if (!Objects.equals(pose.track, before)) {
            long begun = pose.track.sinceNanos();
            long change = begun > from && begun <= step.now ? begun : step.now;
            play(tween, before, from, change - 1);
            show(tween, pose.track.frameAt(change), change);
            from = change;
        }
        play(tween, pose.track, from, step.now);
        show(tween, pose.frame, step.now);
        boolean moving = !(tween.frames.atRest(step.now) && tween.body.atRest(step.now));
        tween.body.pose(step.now, tween.pose);
        step.pictureChanged |= moving || tween.moving;
        tween.moving = moving;
        if (moving) {
            step.wakeAt(step.now + FRAME_NANOS);
        }
    }

    /** Shows each frame of the track at the moment when it came on, so that a late step sees no other picture. */
    private static void play(Tween tween, Track track, long from, long to) {
        for (long at = track.changeAfter(from); at <= to; at = track.changeAfter(at)) {
            show(tween, track.frameAt(at), at);
        }
    }

    private static void show(Tween tween, FrameRef frame, long at) {
        FrameRef shown = tween.frames.top();
        if (shown.clip().equals(frame.clip())) {
            tween.frames.setTop(frame);
        } else if (tween.frames.fadeTo(frame, at) && acts(shown) && acts(frame)) {
            tween.body.dip(at);
        }
    }

    /** Whether it is a picture of an action and not of a look, which moves the eyes alone. */
    private static boolean acts(FrameRef frame) {
        return !frame.clip().equals(Clip.LOOK) && !frame.clip().equals(Clip.NEUTRAL);
    }
}
