package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import dev.perch.model.Mood;

/** What a pet is told to be. */
public final class Mind implements Component {
    public Mood mood;

    /** @param mood what it begins with */
    public Mind(Mood mood) {
        this.mood = mood;
    }
}
