package dev.perch.activity;

import dev.perch.model.Mood;
import dev.perch.model.PetAnimationState;
import dev.perch.model.QuietLevel;

/** A mood in one line of plain text, for titles of windows and for those who do not see the pet. */
public final class StatusLine {
    /** Longer titles are cut: window lists and screen readers are no place for an essay. */
    private static final int LONGEST_TITLE = 80;

    private StatusLine() {}

    /**
     * Such as "Needs input: May I run the tests?".
     *
     * @return one line with no control or direction characters; never empty
     */
    public static String of(Mood mood, QuietLevel quiet) {
        String state = word(mood.state());
        String title = mood.told() == null || quiet == QuietLevel.STATE
                ? ""
                : plain(mood.told().snapshot().title());
        return (title.isEmpty() ? state : state + ": " + title) + (mood.stale() ? " (stale)" : "");
    }

    private static String word(PetAnimationState state) {
        String label = BubbleWords.sign(state).label();
        String word = label.isEmpty() ? state.id() : label;
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String plain(String title) {
        StringBuilder plain = new StringBuilder();
        int letters = 0;
        for (int at = 0; at < title.length() && letters < LONGEST_TITLE; letters++) {
            int letter = title.codePointAt(at);
            at += Character.charCount(letter);
            plain.appendCodePoint(visible(letter) ? letter : ' ');
            if (letters == LONGEST_TITLE - 1 && at < title.length()) {
                plain.append('…');
            }
        }
        return plain.toString().strip().replaceAll(" {2,}", " ");
    }

    private static boolean visible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
