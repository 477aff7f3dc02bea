package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.EntitySystem;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.utils.Array;
import dev.perch.activity.ActivityBoard;
import dev.perch.model.Mood;

/** Tells the board what arrived, and each pet the mood of the session it follows. */
public final class ActivitySystem extends EntitySystem {
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);

    private final Step step;
    private final ActivityBoard board;
    private ImmutableArray<Entity> minds = new ImmutableArray<>(new Array<>());

    /** @param board the one that all pets of the runtime follow */
    public ActivitySystem(Step step, ActivityBoard board) {
        this.step = step;
        this.board = board;
    }

    @Override
    public void addedToEngine(Engine engine) {
        minds = engine.getEntitiesFor(Family.all(Mind.class).get());
    }

    @Override
    public void update(float deltaTime) {
        for (int i = 0; i < step.snapshots.size(); i++) {
            board.tell(step.snapshots.get(i));
        }
        if (step.answered) {
            board.askAgain();
        }
        if (step.wishes != null) {
            board.setQuiet(step.wishes.quiet());
        }
        Mood mood = board.focus(step.now);
        for (int i = 0; i < minds.size(); i++) {
            Mind mind = MIND.get(minds.get(i));
            mind.mood = mood;
            mind.told = board.notifications();
        }
        step.wakeAt(board.nextChange());
    }
}
