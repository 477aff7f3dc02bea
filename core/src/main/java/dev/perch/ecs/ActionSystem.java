package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.action.ActionDesk;
import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.action.Origin;
import dev.perch.model.ActionSpec;
import dev.perch.model.PetAnimationState;
import dev.perch.model.StatusSign;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries out what a pet may do by itself, and has it say what became of the rest. */
public final class ActionSystem extends IteratingSystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private final Step step;
    private final Stage stage;
    private final ActionDesk desk;
    private final List<ActionDesk.Outcome> news = new ArrayList<>();
    private final Consumer<ActionDesk.Outcome> taking = news::add; // made once: a step makes no garbage

    /** @param stage the window that a pet may tuck away */
    public ActionSystem(Step step, Stage stage, ActionDesk desk) {
        super(Family.all(Look.class, Pose.class, Bubble.class).get());
        this.step = step;
        this.stage = stage;
        this.desk = desk;
    }

    @Override
    public void update(float deltaTime) {
        news.clear();
        step.wakeAt(desk.expire(step.now));
        desk.drain(taking);
        super.update(deltaTime);
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Look look = LOOK.get(entity);
        for (int i = 0; i < news.size(); i++) {
            ActionDesk.Outcome outcome = news.get(i);
            if (outcome instanceof ActionDesk.Outcome.Own own && isOf(own.origin(), look)) {
                perform(own.effect(), look, entity);
            } else if (outcome instanceof ActionDesk.Outcome.Refused refused && isOf(refused.origin(), look)) {
                Performance.say(
                        BUBBLE.get(entity), StatusSign.BLOCKED, refused.why().sentence(), step);
            }
        }
        for (int i = 0; i < step.told.size(); i++) {
            Told told = step.told.get(i);
            if (isOf(told.origin(), look)) {
                say(told.outcome(), BUBBLE.get(entity));
            }
        }
    }

    private void say(ActionOutcome outcome, Bubble bubble) {
        if (outcome instanceof ActionOutcome.Failed failed) {
            Performance.say(bubble, StatusSign.BLOCKED, failed.why().sentence(), step);
        } else if (outcome instanceof ActionOutcome.Done done && !done.says().isEmpty()) {
            Performance.say(bubble, StatusSign.READY, done.says(), step);
        }
    }

    private void perform(Effect effect, Look look, Entity entity) {
        Bubble bubble = BUBBLE.get(entity);
        if (effect instanceof Effect.Deed deed) {
            perform(deed.pet(), look, entity);
        } else if (effect instanceof Effect.Status) {
            Performance.say(bubble, StatusSign.NONE, bubble.status.isEmpty() ? "Nothing goes on" : bubble.status, step);
        }
    }

    private void perform(ActionSpec.Pet pet, Look look, Entity entity) {
        switch (pet.deed()) {
            case OPEN -> stage.tucked = false;
            case TUCK -> stage.tucked = true;
            case ANIMATE -> Performance.play(look.pet, POSE.get(entity), new PetAnimationState(pet.argument()), step);
            case SAY -> Performance.say(BUBBLE.get(entity), StatusSign.NONE, pet.argument(), step);
        }
    }

    private static boolean isOf(Origin origin, Look look) {
        return origin.packageHash().equals(look.pet.contentHash())
                && origin.pet().equals(look.pet.id());
    }
}
