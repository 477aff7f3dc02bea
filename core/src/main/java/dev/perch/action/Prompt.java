package dev.perch.action;

import dev.perch.link.Lookalikes;
import dev.perch.model.ActionClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A question to the user. Perch writes it; of the package there is its name alone, in quotes.
 *
 * @param request what asks
 * @param effect what would be done: {@link Effect#lines} is what is shown and what is carried out
 * @param openedNanos when it came up
 */
public record Prompt(ActionRequest request, Effect effect, long openedNanos) {
    /** What the user can answer. */
    public enum Choice {
        DENY("Deny"),
        ONCE("Allow once"),
        SESSION("Allow until Perch ends"),
        REMEMBER("Allow for 90 days"),
        EXACT("Always allow this exact command");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        /** The words on its button. */
        public String label() {
            return label;
        }
    }

    /** The answers that may be given, the default first. */
    public List<Choice> choices() {
        ActionClass needs = request.spec().actionClass();
        return switch (needs) {
            case FREE -> List.of(Choice.DENY);
            case SHOWS -> List.of(Choice.DENY, Choice.ONCE, Choice.REMEMBER);
            case BEGINS -> List.of(Choice.DENY, Choice.ONCE, Choice.SESSION);
            case RUNS -> List.of(Choice.DENY, Choice.ONCE, Choice.EXACT);
        };
    }

    /** Who asks. */
    public String who() {
        return TargetFinder.shown(request.origin().name()) + " wants to " + effect.what();
    }

    /** Which names in it can be taken for others, a sentence each. */
    public List<String> warnings() {
        List<String> warnings =
                new ArrayList<>(Lookalikes.ofName(request.origin().name()));
        if (effect instanceof Effect.OpenLink link) {
            warnings.addAll(Lookalikes.ofHost(link.host()));
        }
        return warnings;
    }

    /** Where the pet comes from. */
    public String source() {
        String hash = request.origin().packageHash();
        return "from the folder " + request.origin().pet().id() + ", package "
                + hash.substring(0, Math.min(12, hash.length())) + ", on "
                + request.on().word();
    }
}
