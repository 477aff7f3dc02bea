package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.systems.IteratingSystem;
import dev.perch.activity.BubbleWords;
import dev.perch.activity.StatusLine;
import dev.perch.model.Mood;
import dev.perch.model.QuietLevel;

/** Chooses what each pet says. */
public final class BubbleSystem extends IteratingSystem {
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);
    private static final ComponentMapper<Bubble> BUBBLE = ComponentMapper.getFor(Bubble.class);

    /** A stale bubble says how many minutes ago it was heard of. */
    private static final long NOTE_NANOS = 60_000_000_000L;

    private final Step step;
    private final QuietLevel quiet;

    /** @param quiet how much of what an agent says may be read */
    public BubbleSystem(Step step, QuietLevel quiet) {
        super(Family.all(Mind.class, Bubble.class).get());
        this.step = step;
        this.quiet = quiet;
    }

    @Override
    protected void processEntity(Entity entity, float deltaTime) {
        Mood mood = MIND.get(entity).mood;
        Bubble bubble = BUBBLE.get(entity);
        boolean noteDue = mood.stale() && step.now >= bubble.noteDue;
        if (mood.equals(bubble.saidOf) && !noteDue) {
            wakeForNote(mood, bubble);
            return;
        }
        Mood before = bubble.saidOf;
        bubble.text = BubbleWords.of(mood, quiet, step.now);
        bubble.open &= bubble.text != null && before != null && before.state().equals(mood.state());
        bubble.status = StatusLine.of(mood, quiet);
        bubble.saidOf = mood;
        bubble.noteDue = step.now + NOTE_NANOS;
        wakeForNote(mood, bubble);
    }

    private void wakeForNote(Mood mood, Bubble bubble) {
        if (mood.stale()) {
            step.wakeAt(bubble.noteDue);
        }
    }
}
