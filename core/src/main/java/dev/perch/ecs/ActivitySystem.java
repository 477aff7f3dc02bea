package dev.perch.ecs;

import com.badlogic.ashley.core.ComponentMapper;
import com.badlogic.ashley.core.Engine;
import com.badlogic.ashley.core.Entity;
import com.badlogic.ashley.core.EntitySystem;
import com.badlogic.ashley.core.Family;
import com.badlogic.ashley.utils.ImmutableArray;
import com.badlogic.gdx.utils.Array;
import dev.perch.activity.ActivityBoard;
import dev.perch.activity.Follower;
import dev.perch.model.Mood;

/** Tells the board what arrived, and each pet the mood of the session it follows. */
public final class ActivitySystem extends EntitySystem {
    private static final ComponentMapper<Mind> MIND = ComponentMapper.getFor(Mind.class);

    private final Step step;
    private final ActivityBoard board;
    private final Follower follower;
    private ImmutableArray<Entity> minds = new ImmutableArray<>(new Array<>());

    /**
     * A system for one window.
     *
     * @param board the one that all pets of the program share
     * @param follower what the pets of this window tell of it
     */
    public ActivitySystem(Step step, ActivityBoard board, Follower follower) {
        this.step = step;
        this.board = board;
        this.follower = follower;
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
        Mood mood = follower.focus(step.now);
        for (int i = 0; i < minds.size(); i++) {
            Mind mind = MIND.get(minds.get(i));
            mind.mood = mood;
            mind.told = follower.notifications();
        }
        step.wakeAt(follower.nextChange());
    }
}
