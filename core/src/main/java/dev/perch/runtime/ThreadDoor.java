package dev.perch.runtime;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.model.ActionSpec.OpenThread.Which;
import java.util.Optional;

/** What knows threads and skills: the bridge to Codex, where there is one. Any thread. */
public interface ThreadDoor {
    /** Nothing is known of any thread. */
    ThreadDoor NONE = new ThreadDoor() {};

    /** The id of a thread, {@code [A-Za-z0-9_-]{1,64}}; empty: there is none. Answers at once. */
    default Optional<String> find(Which which) {
        return Optional.empty();
    }

    /** Begins a thread with a prompt that is filled in and not sent; empty: this cannot. */
    default Optional<ActionOutcome> begin(Effect.BeginThread thread) {
        return Optional.empty();
    }

    /** Has a skill used; empty: this cannot. */
    default Optional<ActionOutcome> use(Effect.UseSkill skill) {
        return Optional.empty();
    }
}
