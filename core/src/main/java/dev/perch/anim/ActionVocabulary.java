package dev.perch.anim;

import dev.perch.api.PetActionDefinition;
import dev.perch.api.PetActionDefinition.Category;
import dev.perch.model.PetAnimationState;
import dev.perch.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that a pet can be told, and what a pet without pictures for one acts out instead: in the end idle. */
public final class ActionVocabulary {
    /** No words but those that pets have clips for. */
    public static final ActionVocabulary EMPTY = new ActionVocabulary(Map.of());

    private final Map<PetAnimationState, PetActionDefinition> actions;

    /**
     * A vocabulary, and what had to be left out.
     *
     * @param words without the words of {@code refused}
     * @param refused one for each declaration that is wrong
     */
    public record Reading(ActionVocabulary words, List<Problem> refused) {
        /** Copies the list. */
        public Reading {
            refused = List.copyOf(refused);
        }
    }

    private ActionVocabulary(Map<PetAnimationState, PetActionDefinition> actions) {
        this.actions = actions;
    }

    /**
     * The vocabulary of those catalogs. The first declaration of a word counts; one whose fallbacks lead back to itself or
     * end anywhere but at a core state is refused.
     *
     * @param catalogs what each declares, by its id, in their order
     */
    public static Reading read(Map<String, List<PetActionDefinition>> catalogs) {
        Map<PetAnimationState, PetActionDefinition> all = new LinkedHashMap<>();
        Map<PetAnimationState, String> from = new LinkedHashMap<>();
        catalogs.forEach((catalog, declared) -> {
            for (PetActionDefinition action : declared) {
                if (all.putIfAbsent(action.state(), action) == null) {
                    from.put(action.state(), catalog);
                }
            }
        });
        Map<PetAnimationState, PetActionDefinition> good = new LinkedHashMap<>();
        List<Problem> refused = new ArrayList<>();
        all.forEach((word, action) -> {
            String wrong = wrong(action, all);
            if (wrong == null) {
                good.put(word, action);
            } else {
                refused.add(Problem.warning(
                        "action catalog " + from.get(word),
                        "its word " + word + " " + wrong,
                        "have its fallbacks end at a core state; until then it is shown as idle"));
            }
        });
        return new Reading(new ActionVocabulary(good), refused);
    }

    private static @Nullable String wrong(PetActionDefinition action, Map<PetAnimationState, PetActionDefinition> all) {
        if (action.category() == Category.CORE && !PetAnimationState.ROWS.contains(action.state())) {
            return "is no core state";
        }
        Set<PetAnimationState> seen = new HashSet<>();
        PetActionDefinition at = action;
        while (seen.add(at.state())) {
            PetAnimationState next = at.fallbackState();
            if (next == null) {
                return at.category() == Category.CORE ? null : "ends at " + at.state() + ", which has no fallback";
            }
            PetActionDefinition after = all.get(next);
            if (after == null) {
                return "ends at " + next + ", which nobody declared";
            }
            at = after;
        }
        return "comes back to " + at.state();
    }

    /** All words, in the order of their declaration. */
    public List<PetActionDefinition> actions() {
        return List.copyOf(actions.values());
    }

    /** What is acted out for a word that there are no pictures for: idle for one that nobody declared. */
    public PetAnimationState fallback(PetAnimationState state) {
        PetActionDefinition action = actions.get(state);
        PetAnimationState fallback = action == null ? null : action.fallbackState();
        return fallback == null ? PetAnimationState.IDLE : fallback;
    }
}
