package dev.perch.action;

import dev.perch.model.ActionSpec;
import dev.perch.model.InputToken;
import dev.perch.model.Trigger;

/**
 * A gesture asks for an action.
 *
 * @param actionId as the manifest names it
 * @param spec what the manifest says of it
 * @param on the gesture; {@link Trigger#CONTEXT_MENU} for an item of the menu
 * @param token of the event behind it
 * @param dropped what came with it
 */
public record ActionRequest(
        Origin origin, String actionId, ActionSpec spec, Trigger on, InputToken token, Dropped dropped) {}
