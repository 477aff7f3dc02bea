package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.activity.StatusLine;
import dev.perch.model.BubbleText;
import dev.perch.model.Mood;
import dev.perch.model.QuietLevel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses what each pet says. */
public final class BubbleSystem extends IteratingSystem {
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    private final Step step;
    private QuietLevel quiet;
    private boolean otherQuiet;

    /** @param quiet how much of what an agent says may be read at first */
    public BubbleSystem(Step step, QuietLevel quiet) {
        super(Family.all(Mind.class, Bubble.class).get());
        this.step = step;
        this.quiet = quiet;
    }

    @Override
    public void update(float deltaTime) {
        otherQuiet = step.wishes != null && step.wishes.quiet() != quiet;
        if (step.wishes != null) {
            quiet = step.wishes.quiet();
        }
        super.update(deltaTime);
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Mood mood = MIND.get(entity).mood;
        Bubble bubble = BUBBLE.get(entity);
        BubbleText own = own(bubble);
        BubbleText text = own == null ? MIND.get(entity).text() : own;
        if (Objects.equals(mood, bubble.saidOf) && Objects.equals(text, bubble.text) && !otherQuiet) {
            return;
        }
        Mood before = bubble.saidOf;
        bubble.text = text;
        bubble.open &= text != null && before != null && before.state().equals(mood.state());
        bubble.status = StatusLine.of(mood, quiet);
        bubble.saidOf = mood;
    }

    /** What it says of its own, and no more of its mood as long as it does. */
    private @Nullable BubbleText own(Bubble bubble) {
        if (bubble.saying != null && step.now >= bubble.sayingUntil) {
            bubble.saying = null;
        }
        if (bubble.saying != null) {
            step.wakeAt(bubble.sayingUntil);
        }
        return bubble.saying;
    }
}
