package dev.perch.action;

import dev.perch.model.ActionSpec.OpenThread.Which;
import java.util.Optional;
import java.util.function.Consumer;

/** The one way out for effects that leave the pet. Whoever implements it carries out what it is given, as it is given. */
public interface EffectPort {
    /** Nothing can be done here: each effect fails with a sentence. */
    EffectPort NONE = (effect, done) -> done.accept(new ActionOutcome.Failed(dev.perch.model.Problem.error(
            "action", "there is no desktop here that could " + effect.what(), "run Perch in a window")));

    /**
     * Begins an effect and returns at once.
     *
     * @param done told once what became of it, on any thread
     */
    void perform(Effect effect, Consumer<ActionOutcome> done);

    /** The id of a thread, {@code [A-Za-z0-9_-]{1,64}}; empty: none is known. Render thread; returns at once. */
    default Optional<String> thread(Which which) {
        return Optional.empty();
    }
}
