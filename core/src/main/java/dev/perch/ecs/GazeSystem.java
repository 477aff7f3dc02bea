package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.anim.Gaze;
import dev.perch.anim.GazePolicy;
import dev.perch.model.Clip;

/** Has pets look at a pointer that moves, and says when the window is to look where it is. */
public final class GazeSystem extends IteratingSystem {
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    /** A pointer between the eyes has no direction: about a fifth of a pet's width, in logical pixels. */
    private static final double DEAD_ZONE = 24;

    private final Step step;
    private final Stage stage;
    private final Sight sight;
    private final GazePolicy policy;
    private boolean anyLooks;

    /** @param sight what the window tells of the pointer */
    public GazeSystem(Step step, Stage stage, Sight sight, GazePolicy policy) {
        super(Family.all(Mind.class, Look.class, Pose.class, Position.class).get());
        this.step = step;
        this.stage = stage;
        this.sight = sight;
        this.policy = policy;
    }

    @Override
    public void update(float deltaTime) {
        anyLooks = false;
        super.update(deltaTime);
        if (anyLooks) {
            sight.want(policy.pauseNanos(step.now - sight.restNanos()));
            step.wakeAt(sight.nextNanos());
        } else {
            sight.forget();
        }
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Look look = LOOK.get(entity);
        Pose pose = POSE.get(entity);
        boolean looks = sight.isOpen()
                && look.pet.clips().containsKey(Clip.LOOK)
                && policy.applies(MIND.get(entity).mood.state(), pose.situation);
        anyLooks |= looks;
        int aim = looks && sight.moved() ? sector(look, POSITION.get(entity), pose.gaze.aim()) : Gaze.NONE;
        pose.gaze.aim(aim, step.now);
        int sector = pose.gaze.sector(step.now);
        if (sector != pose.situation.gaze()) {
            pose.situation = pose.situation.withGaze(sector);
        }
        if (aim != Gaze.NONE) {
            step.wakeAt(sight.restNanos() + policy.lingerNanos());
            step.wakeAt(pose.gaze.changeAfter(step.now));
        }
    }

    private int sector(Look look, Position position, int aim) {
        double middleX = position.x + look.pet.cellWidth() * position.scale / 2;
        double middleY = position.y + look.pet.cellHeight() * position.scale / 2;
        double dx = (sight.x() + 0.5 - middleX) / stage.contentScale;
        double dy = (sight.y() + 0.5 - middleY) / stage.contentScale;
        return policy.looksAt(dx, dy, step.now - sight.restNanos()) ? Gaze.sector(aim, dx, dy, DEAD_ZONE) : Gaze.NONE;
    }
}
