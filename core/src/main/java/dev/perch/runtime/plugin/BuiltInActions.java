package dev.perch.runtime.plugin;

import static dev.perch.api.PetActionDefinition.core;
import static dev.perch.api.PetActionDefinition.extension;

import dev.perch.api.PetActionDefinition;
import dev.perch.model.PetAnimationState;
import java.util.List;

/**
 * The words that Perch knows: the nine rows of a Codex sheet, and what the field says beyond them (the activity states of
 * openai/codex issue 20863, and what other pets call rest and joy).
 */
final class BuiltInActions {
    static final List<PetActionDefinition> ALL = List.of(
            core(PetAnimationState.IDLE, "Idle"),
            core(PetAnimationState.RUNNING_RIGHT, "Running right"),
            core(PetAnimationState.RUNNING_LEFT, "Running left"),
            core(PetAnimationState.WAVING, "Waving"),
            core(PetAnimationState.JUMPING, "Jumping"),
            core(PetAnimationState.FAILED, "Failed"),
            core(PetAnimationState.WAITING, "Waiting"),
            core(PetAnimationState.RUNNING, "Working"),
            core(PetAnimationState.REVIEW, "Ready for review"),
            extension("thinking", "Thinking", PetAnimationState.RUNNING),
            extension("editing", "Editing", PetAnimationState.RUNNING),
            extension("edited", "Edited", PetAnimationState.RUNNING),
            extension("reading", "Reading", PetAnimationState.RUNNING),
            extension("read", "Read", PetAnimationState.RUNNING),
            extension("listing", "Listing files", PetAnimationState.RUNNING),
            extension("listed", "Listed files", PetAnimationState.RUNNING),
            extension("searching", "Searching", PetAnimationState.RUNNING),
            extension("searched", "Searched", PetAnimationState.RUNNING),
            extension("searching-web", "Searching the web", new PetAnimationState("searching")),
            extension("searched-web", "Searched the web", new PetAnimationState("searched")),
            extension("running-command", "Running a command", PetAnimationState.RUNNING),
            extension("ran-command", "Ran a command", PetAnimationState.RUNNING),
            extension("calling-tool", "Calling a tool", PetAnimationState.RUNNING),
            extension("called-tool", "Called a tool", PetAnimationState.RUNNING),
            extension("reviewing", "Reviewing", PetAnimationState.RUNNING),
            extension("compacting", "Compacting", PetAnimationState.RUNNING),
            extension("retrying", "Retrying", PetAnimationState.RUNNING),
            extension("celebrating", "Celebrating", PetAnimationState.JUMPING),
            extension("greeting", "Greeting", PetAnimationState.WAVING),
            extension("sleeping", "Sleeping", PetAnimationState.IDLE));

    private BuiltInActions() {}
}
