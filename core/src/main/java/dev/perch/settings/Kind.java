package dev.perch.settings;

import java.util.List;
import java.util.Map;

/** Which values a setting takes. */
public sealed interface Kind {
    /** Whether it takes that value, as JSON has it. */
    boolean takes(Object value);

    /** The values in words for the user. */
    String says();

    /** One of some words. */
    record Words(List<String> words) implements Kind {
        static Words of(String... words) {
            return new Words(List.of(words));
        }

        @Override
        public boolean takes(Object value) {
            return value instanceof String word && words.contains(word);
        }

        @Override
        public String says() {
            return "\"" + String.join("\", \"", words.subList(0, words.size() - 1)) + "\" or \""
                    + words.get(words.size() - 1) + "\"";
        }
    }

    /** A whole number in a range. */
    record Whole(int least, int most) implements Kind {
        @Override
        public boolean takes(Object value) {
            return value instanceof Integer number && number >= least && number <= most;
        }

        @Override
        public String says() {
            return "a whole number from " + least + " to " + most;
        }
    }

    /** Some text in a line. */
    record Line() implements Kind {
        private static final int LONGEST = 4096;

        @Override
        public boolean takes(Object value) {
            return value instanceof String text
                    && !text.isBlank()
                    && text.length() <= LONGEST
                    && text.chars().noneMatch(Character::isISOControl);
        }

        @Override
        public String says() {
            return "a text in quotes";
        }
    }

    /** Texts by names. */
    record Pairs(int most) implements Kind {
        @Override
        public boolean takes(Object value) {
            return value instanceof Map<?, ?> map
                    && map.size() <= most
                    && map.keySet().stream().allMatch(key -> key != null && new Line().takes(key))
                    && map.values().stream().allMatch(text -> text != null && new Line().takes(text));
        }

        @Override
        public String says() {
            return "at most " + most + " texts by names, such as {\"~/web\": \"axo\"}";
        }
    }

    /**
     * A list of texts.
     *
     * @param form a regular expression for each
     * @param example one of that form
     */
    record Lines(int most, String form, String example) implements Kind {
        /** Of any texts. */
        Lines(int most) {
            this(most, ".*", "file:status.json");
        }

        @Override
        public boolean takes(Object value) {
            return value instanceof List<?> list
                    && list.size() <= most
                    && list.stream()
                            .allMatch(text -> new Line().takes(text)
                                    && String.valueOf(text).matches(form));
        }

        @Override
        public String says() {
            return "a list of at most " + most + " texts, such as [\"" + example + "\"]";
        }
    }
}
