package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.EntitySystem;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.utils.Array;
import dev.perch.action.ActionRequest;
import dev.perch.action.Dropped;
import dev.perch.action.Origin;
import dev.perch.gesture.Act;
import dev.perch.gesture.Gesture;
import dev.perch.model.ActionSpec;
import dev.perch.model.InputToken;
import dev.perch.model.Interactions.Accept;
import dev.perch.model.Interactions.Binding;
import dev.perch.model.KeyStroke;
import dev.perch.model.PetAnimationState;
import dev.perch.model.PetPackage;
import dev.perch.model.Room;
import dev.perch.model.Trigger;
import org.jspecify.annotations.Nullable;

/** Looks up what a pet declares for a gesture: the clip is played at once, the action is asked for. */
public final class InteractionSystem extends EntitySystem {
    private static final ComponentMapper<Look> LOOK = ComponentMapper.getFor(Look.class);
    private static final ComponentMapper<Pose> POSE = ComponentMapper.getFor(Pose.class);
    private static final ComponentMapper<Position> POSITION = ComponentMapper.getFor(Position.class);

    private final Step step;
    private final Acting acting;
    private ImmutableArray<Entity> pets = new ImmutableArray<>(new Array<>());
    private boolean dragTold;

    /** @param acting where requests go */
    public InteractionSystem(Step step, Acting acting) {
        this.step = step;
        this.acting = acting;
    }

    @Override
    public void addedToEngine(Engine engine) {
        pets = engine.getEntitiesFor(
                Family.all(Look.class, Pose.class, Position.class).get());
    }

    @Override
    public void update(float deltaTime) {
        for (int i = 0; i < step.acts.size(); i++) {
            Act act = step.acts.get(i);
            Trigger trigger = trigger(act.gesture());
            step.menuAsked |= trigger == Trigger.CONTEXT_MENU;
            boolean click = trigger == Trigger.CLICK;
            boolean answers = step.agentWaits && (click || trigger == Trigger.DOUBLE_CLICK);
            boolean passes = act.gesture() instanceof Gesture.HoverStarted; // its action waits until the pointer stays
            step.answerWished |= answers;
            step.noticed |= click && !answers;
            if (trigger != null) {
                react(pets.get(act.pet()), act, trigger);
            }
            if (trigger != null && !answers && !passes) {
                ask(pets.get(act.pet()), act, trigger);
            }
        }
    }

    private void react(Entity entity, Act act, Trigger trigger) {
        Look look = LOOK.get(entity);
        PetAnimationState clip = look.pet.interactions().reactions().get(trigger);
        if (clip != null && !(act.gesture() instanceof Gesture.HoverStayed)) {
            Performance.play(look.pet, POSE.get(entity), clip, step);
        }
    }

    private void ask(Entity entity, Act act, Trigger trigger) {
        Look look = LOOK.get(entity);
        Binding binding = binding(look.pet, act, trigger, POSITION.get(entity));
        if (binding == null || !look.cool(binding, act.nanos())) {
            return;
        }
        ActionSpec spec = look.pet.interactions().actions().get(binding.action());
        if (spec != null) {
            Origin origin = Origin.of(look.pet);
            Dropped dropped = act.gesture() instanceof Gesture.Given given
                    ? new Dropped(given.files(), given.text())
                    : Dropped.NOTHING;
            InputToken token = acting.desk().tokens().mint(act.inputNanos());
            acting.submit(new ActionRequest(origin, binding.action(), spec, trigger, token, dropped), step.now);
        }
    }

    /** The first binding that fits. */
    private static @Nullable Binding binding(PetPackage pet, Act act, Trigger trigger, Position position) {
        for (Binding binding : pet.interactions().bindings()) {
            boolean fits = binding.on() == trigger && heldFits(binding.stroke(), act) && given(binding.accept(), act);
            String region = binding.region();
            if (fits
                    && (region == null
                            || within(pet, pet.interactions().regions().get(region), act, position))) {
                return binding;
            }
        }
        return null;
    }

    private static boolean heldFits(KeyStroke stroke, Act act) {
        return act.gesture() instanceof Gesture.Key key
                ? key.stroke().equals(stroke)
                : act.modifiers().equals(stroke.modifiers());
    }

    private static boolean given(@Nullable Accept accept, Act act) {
        if (accept == null || !(act.gesture() instanceof Gesture.Given given)) {
            return accept == null;
        }
        if (given.files().isEmpty()) {
            return accept.text();
        }
        return given.files().size() <= accept.most()
                && given.files().stream().allMatch(file -> accept.takes(String.valueOf(file.getFileName())));
    }

    private static boolean within(PetPackage pet, @Nullable Room box, Act act, Position position) {
        if (box == null) {
            return false;
        }
        float cell = position.scale * pet.cellWidth() / PetPackage.CELL_WIDTH;
        float x = (act.x() + 0.5f - position.x) / cell;
        float y = (act.y() + 0.5f - position.y) / cell;
        return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
    }

    /** What a manifest calls a gesture; null: nothing that it could name. A drag is told once, when it begins. */
    private @Nullable Trigger trigger(Gesture gesture) {
        if (gesture instanceof Gesture.Dragged) {
            boolean begins = !dragTold;
            dragTold = true;
            return begins ? Trigger.DRAG : null;
        }
        if (gesture instanceof Gesture.Dropped) {
            dragTold = false;
            return null;
        }
        if (gesture instanceof Gesture.Click click) {
            return click.button() == 0 ? Trigger.CLICK : null;
        }
        if (gesture instanceof Gesture.DoubleClick) {
            return Trigger.DOUBLE_CLICK;
        }
        if (gesture instanceof Gesture.ContextMenu) {
            return Trigger.CONTEXT_MENU;
        }
        if (gesture instanceof Gesture.HoverStarted || gesture instanceof Gesture.HoverStayed) {
            return Trigger.HOVER;
        }
        if (gesture instanceof Gesture.Thrown) {
            return Trigger.THROW;
        }
        if (gesture instanceof Gesture.Given) {
            return Trigger.DROP;
        }
        return gesture instanceof Gesture.Key ? Trigger.KEY : null;
    }
}
