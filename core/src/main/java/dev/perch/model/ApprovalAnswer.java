package dev.perch.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the user answers to an {@link Approval}. */
public sealed interface ApprovalAnswer {
    /**
     * One of the decisions.
     *
     * @param decision its place in {@link Approval#decisions}
     */
    record Decide(int decision) implements ApprovalAnswer {}

    /**
     * Some of the permissions that were wanted.
     *
     * @param keys which; none is a refusal
     * @param session for the whole session, else for this turn
     */
    record Grant(Set<String> keys, boolean session) implements ApprovalAnswer {
        public Grant {
            keys = Set.copyOf(keys);
        }
    }

    /**
     * A form, filled in.
     *
     * @param values text, number or truth by field
     */
    record Fill(Map<String, Object> values) implements ApprovalAnswer {
        public Fill {
            values = Map.copyOf(values);
        }
    }

    /**
     * Answers to questions.
     *
     * @param answers by the id of the question
     */
    record Reply(Map<String, List<String>> answers) implements ApprovalAnswer {
        public Reply {
            answers = Map.copyOf(answers);
        }
    }
}
