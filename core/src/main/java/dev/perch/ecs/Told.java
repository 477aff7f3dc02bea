package dev.perch.ecs;

import dev.perch.action.ActionOutcome;
import dev.perch.action.Origin;

/** What became of an effect, and of which pet's. */
public record Told(Origin origin, ActionOutcome outcome) {}
