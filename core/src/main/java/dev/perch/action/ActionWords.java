package dev.perch.action;

import dev.perch.model.ActionSpec;

/** What a declared action does, in a few words for a menu. What a package named stands in quotes, escaped where it is not plain. */
public final class ActionWords {
    private ActionWords() {}

    /** Such as {@code show the waiting thread}. */
    public static String of(ActionSpec spec) {
        if (spec instanceof ActionSpec.Pet pet) {
            return switch (pet.deed()) {
                case OPEN -> "come back";
                case TUCK -> "tuck away";
                case ANIMATE -> "play " + TargetFinder.shown(pet.argument());
                case SAY -> "say " + TargetFinder.shown(pet.argument());
            };
        }
        if (spec instanceof ActionSpec.OpenThread thread) {
            return "show the " + thread.which().word() + " thread";
        }
        if (spec instanceof ActionSpec.NewThread thread) {
            return "begin a thread in " + TargetFinder.shown(thread.workspace());
        }
        if (spec instanceof ActionSpec.OpenUrl page) {
            return "open " + TargetFinder.shown(page.url());
        }
        if (spec instanceof ActionSpec.OpenDeepLink link) {
            return "open " + TargetFinder.shown(link.url());
        }
        if (spec instanceof ActionSpec.InvokeSkill skill) {
            return "use the skill " + TargetFinder.shown(skill.skill());
        }
        if (spec instanceof ActionSpec.RunCommand command) {
            return "run your command " + TargetFinder.shown(command.name());
        }
        return "show the status";
    }
}
