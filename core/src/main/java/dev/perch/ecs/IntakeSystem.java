package dev.perch.ecs;

import com.badlogic.ashley.core.EntitySystem;

/** Takes in what arrived since the last step. */
public final class IntakeSystem extends EntitySystem {
    private final Step step;
    private final Arrivals arrivals;

    /** @param arrivals the inbox of the runtime */
    public IntakeSystem(Step step, Arrivals arrivals) {
        this.step = step;
        this.arrivals = arrivals;
    }

    @Override
    public void update(float deltaTime) {
        arrivals.drainTo(step);
    }
}
