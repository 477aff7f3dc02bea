package dev.perch.tools.conformance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one case.
 *
 * @param id names the case
 * @param rule what has to be so, one sentence
 * @param end how it ended
 * @param why it failed or was not run; empty where it passed
 */
public record Verdict(String id, String rule, End end, String why) {
    /** How a case ends. */
    public enum End {
        PASSED("passed"),
        FAILED("FAILED"),
        NOT_RUN("not run");

        private final String word;

        End(String word) {
            this.word = word;
        }

        /** As it is printed. */
        public String word() {
            return word;
        }
    }

    /** For programs. */
    public Map<String, Object> words() {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", id);
        words.put("rule", rule);
        words.put("end", end.word.toLowerCase(Locale.ROOT));
        if (!why.isEmpty()) {
            words.put("why", why);
        }
        return words;
    }
}
