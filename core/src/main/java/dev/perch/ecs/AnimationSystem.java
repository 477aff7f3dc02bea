package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.anim.PetSituation;
import dev.perch.model.FrameRef;
import dev.perch.model.Mood;
import java.util.Objects;

/** Chooses the frame that each pet shows. */
public final class AnimationSystem extends IteratingSystem {
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);

    private final Step step;

    /** @param step the step of the runtime */
    public AnimationSystem(Step step) {
        super(Family.all(Mind.class, Look.class, Pose.class).get());
        this.step = step;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Look look = LOOK.get(entity);
        Pose pose = POSE.get(entity);
        PetSituation situation = told(pose, MIND.get(entity).mood);
        pose.situation = situation;
        if (step.answered || !Objects.equals(situation, pose.chosenFor)) {
            pose.chosenFor = situation;
            pose.track = look.director.choose(situation);
        }
        FrameRef frame = pose.track.frameAt(step.now);
        if (!Objects.equals(frame, pose.frame)) {
            pose.frame = frame;
            pose.sprite = look.pet.sprite(frame);
            step.frameChanged = true;
        }
        step.wakeAt(pose.track.changeAfter(step.now));
    }

    /** News of a state whose reaction is over makes the pet react again; until then it goes on undisturbed. */
    private PetSituation told(Pose pose, Mood mood) {
        PetSituation situation = pose.situation;
        if (!mood.state().equals(situation.state())) {
            pose.newsSeen = mood.newsNanos();
            return situation.withState(mood.state(), mood.sinceNanos());
        }
        boolean news = mood.newsNanos() != pose.newsSeen;
        pose.newsSeen = mood.newsNanos();
        return news && pose.track.settled(step.now) ? situation.withState(mood.state(), step.now) : situation;
    }
}
