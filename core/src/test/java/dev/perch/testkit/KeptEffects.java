package dev.perch.testkit;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;
import dev.perch.action.EffectPort;
import dev.perch.model.ActionSpec.OpenThread.Which;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The way out for effects: keeps those that come to it, and carries none out. */
public final class KeptEffects implements EffectPort {
    /** What came, in order. */
    public final List<Effect> effects = new ArrayList<>();

    /** The one thread that is known. */
    public String thread = "";

    /** Nothing has come yet. */
    public KeptEffects() {}

    @Override
    public void perform(Effect effect, Consumer<ActionOutcome> done) {
        effects.add(effect);
    }

    @Override
    public Optional<String> thread(Which which) {
        return Optional.of(thread);
    }
}
