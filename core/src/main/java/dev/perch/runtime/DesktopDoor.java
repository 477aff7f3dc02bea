package dev.perch.runtime;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Effect;

/** Carries out effects that leave Perch. The one implementation that starts programs and opens links is the desktop's. */
@FunctionalInterface
public interface DesktopDoor {
    /** Carries out exactly what it is given. Blocks; on a thread of its own, never the render thread. */
    ActionOutcome perform(Effect effect);
}
