package dev.perch.ecs;

import com.badlogic.ashley.core.Component;
import dev.perch.api.NotificationProjectionResult;
import dev.perch.model.BubbleText;
import dev.perch.model.Mood;
import org.jspecify.annotations.Nullable;

/** What a pet is told to be. */
public final class Mind implements Component {
    public Mood mood;

    /** What is told of the sessions. */
    public NotificationProjectionResult told;

    /** @param mood what it begins with */
    public Mind(Mood mood, NotificationProjectionResult told) {
        this.mood = mood;
        this.told = told;
    }

    /** The words of the first notification, or null where there is nothing to read. */
    @Nullable
    BubbleText text() {
        if (told.notifications().isEmpty()) {
            return null;
        }
        BubbleText text = told.notifications().get(0).text();
        return text.isSilent() ? null : text.besides(told.notifications().size() - 1);
    }
}
